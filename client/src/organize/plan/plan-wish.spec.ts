import type { SessionId } from '@contract/ids.js';
import { problemsOf, runOf, wishAfter } from './plan-wish.js';

const usual = wishAfter(null);

test('the usual wish asks for the tray, and leaves the weights to the server', () => {
  expect(problemsOf(usual)).toEqual({});
  expect(runOf(usual)).toEqual({ sessions: 'tray', weights: {}, seconds: 60, iterations: 5_000_000, seed: 1 });
});

test('a level is a share of the usual weight; only what is not as usual is sent', () => {
  const levels = { ...usual.levels, roomFit: 'off', trackRooms: 'little', change: 'much' } as const;
  expect(runOf({ ...usual, levels }).weights).toEqual({ roomFit: 0, trackRooms: 1, change: 90 });
});

test('the next wish begins with the levels and numbers of the last one, and with the tray', () => {
  const levels = { ...usual.levels, audienceHours: 'much' } as const;
  const last = runOf({ scope: 'chosen', chosen: ['Tides' as SessionId], levels, seconds: 20, iterations: 9_000, seed: 7 });
  expect(last.sessions).toEqual(['Tides']);
  expect(wishAfter(last)).toEqual({ scope: 'tray', chosen: [], levels, seconds: 20, iterations: 9_000, seed: 7 });
});

test('a weight that is no level is shown as usual', () => {
  expect(wishAfter({ ...runOf(usual), weights: { roomFit: 17 } }).levels.roomFit).toBe('usual');
});

test.each([
  ['nothing is chosen', { scope: 'chosen' as const }, { sessions: 'none-chosen' }],
  ['the time is empty', { seconds: '' as const }, { seconds: 'not-whole' }],
  ['the time is not whole', { seconds: 1.5 }, { seconds: 'not-whole' }],
  ['the time is too long', { seconds: 601 }, { seconds: 'out-of-range' }],
  ['the seed is below zero', { seed: -1 }, { seed: 'out-of-range' }],
  ['the steps are too few', { iterations: 999 }, { iterations: 'out-of-range' }],
])('says where %s', (_name, change, problems) => {
  expect(problemsOf({ ...usual, ...change })).toEqual(problems);
});
