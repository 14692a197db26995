import { isToBeRecorded, LEAD, TAIL, windowsToRecord, type OnStage } from './to-record.js';

const MINUTE = 60_000;
const on = (sessionId: string, from: number, to: number, more: Partial<OnStage> = {}): OnStage =>
  ({ sessionId, startsAt: from * MINUTE, endsAt: to * MINUTE, cancelled: false, isBreak: false, wanted: null, ...more });

describe('whether a session is recorded', () => {
  it.each<[string, Partial<OnStage>, 'off' | 'keep' | 'publish', boolean, boolean]>([
    ['as its stage', {}, 'keep', false, true],
    ['as its stage, which publishes', {}, 'publish', false, true],
    ['as its stage, which does not', {}, 'off', false, false],
    ['although its stage is not', { wanted: true }, 'off', false, true],
    ['not, although its stage is', { wanted: false }, 'publish', false, false],
    ['not in safety mode', {}, 'publish', true, false],
    ['in safety mode where it was asked for', { wanted: true }, 'off', true, true],
    ['not as a break', { isBreak: true }, 'keep', false, false],
    ['not when it is cancelled', { cancelled: true, wanted: true }, 'keep', false, false],
  ])('%s', (_name, session, stage, safetyMode, expected) => {
    expect(isToBeRecorded(on('a', 0, 10, session), stage, safetyMode)).toBe(expected);
  });
});

describe('from when to when', () => {
  it('goes a little beyond the session on both sides, also into its neighbours', () => {
    expect(windowsToRecord([on('a', 0, 10), on('b', 10, 20)], 'keep', false)).toEqual([
      { sessionId: 'a', from: -LEAD, to: 10 * MINUTE + TAIL }, { sessionId: 'b', from: 10 * MINUTE - LEAD, to: 20 * MINUTE + TAIL },
    ]);
  });

  it('never reaches into a session that must not be recorded', () => {
    expect(windowsToRecord([on('a', 0, 10), on('private', 10, 20, { wanted: false }), on('b', 20, 30)], 'keep', false)).toEqual([
      { sessionId: 'a', from: -LEAD, to: 10 * MINUTE }, { sessionId: 'b', from: 20 * MINUTE, to: 30 * MINUTE + TAIL },
    ]);
  });

  it('is never while one shares the room that must not be recorded', () => {
    expect(windowsToRecord([on('a', 0, 10), on('private', 5, 7, { wanted: false })], 'keep', false)).toEqual([]);
  });

  it('takes no heed of breaks and of what was cancelled', () => {
    expect(windowsToRecord([on('a', 0, 10), on('coffee', 10, 20, { isBreak: true }), on('off', 10, 20, { wanted: false, cancelled: true })], 'keep', false))
      .toEqual([{ sessionId: 'a', from: -LEAD, to: 10 * MINUTE + TAIL }]);
  });
});
