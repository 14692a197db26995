import fc from 'fast-check';
import { nextInputState, type InputHealth, type InputObservation } from './input-state.js';

const IDLE: InputHealth = { state: 'idle', since: 0 };
const LIVE: InputHealth = { state: 'live', since: 1_000 };
const seen = (more: Partial<InputObservation> = {}): InputObservation =>
  ({ connected: true, lastMediaAt: 60_000, inParts: true, targetDuration: 1, frozenSince: null, bitrate: 2_000_000, usualBitrate: 2_100_000, slides: false, beside: null, ...more });
/** The other path, whose picture has moved since then. */
const moving = (movingSince: number | null): InputObservation['beside'] => ({ movingSince, bitrate: 2_000_000, usualBitrate: 2_000_000 });
const FROZEN: InputHealth = { state: 'degraded', since: 30_000, fault: 'frozen' };
const state = (health: InputHealth, more: Partial<InputObservation>, now: number): InputHealth => nextInputState(health, seen(more), now);

describe('the life of an input', () => {
  it.each<[string, InputHealth, Partial<InputObservation>, number, InputHealth]>([
    ['nobody sends', IDLE, { connected: false, lastMediaAt: null }, 500, IDLE],
    ['somebody connects', IDLE, { lastMediaAt: null }, 500, { state: 'connecting', since: 500 }],
    ['who connected goes away before anything came', { state: 'connecting', since: 100 }, { connected: false, lastMediaAt: null }, 500, { state: 'idle', since: 500 }],
    ['the first media come', { state: 'connecting', since: 100 }, {}, 60_000, { state: 'live', since: 60_000 }],
    ['it goes on', LIVE, {}, 60_599, LIVE],
    ['nothing for 600 ms from a source in parts', LIVE, {}, 60_600, { state: 'degraded', since: 60_600, fault: 'stalled' }],
    ['the same for longer', { state: 'degraded', since: 60_600, fault: 'stalled' }, {}, 61_900, { state: 'degraded', since: 60_600, fault: 'stalled' }],
    ['nothing for two target durations', { state: 'degraded', since: 60_600, fault: 'stalled' }, {}, 62_000, { state: 'lost', since: 62_000 }],
    ['a source in whole segments may be quiet for longer', LIVE, { inParts: false, targetDuration: 4 }, 67_999, LIVE],
    ['but not for two target durations', LIVE, { inParts: false, targetDuration: 4 }, 68_000, { state: 'lost', since: 68_000 }],
    ['the connection ends', LIVE, { connected: false }, 60_100, { state: 'lost', since: 60_100 }],
    ['it is lost for good', { state: 'lost', since: 60_100 }, { connected: false }, 99_000, { state: 'lost', since: 60_100 }],
    ['what was lost and is forgotten', { state: 'lost', since: 60_100 }, { connected: false, lastMediaAt: null }, 99_000, { state: 'lost', since: 60_100 }],
    ['it comes back', { state: 'lost', since: 60_100 }, { lastMediaAt: 70_000 }, 70_010, { state: 'live', since: 70_010 }],
    ['a picture that stands still while the other moves', LIVE, { frozenSince: 50_000, beside: moving(55_000) }, 60_000, { state: 'degraded', since: 60_000, fault: 'frozen' }],
    ['the same on a stage of slides', LIVE, { frozenSince: 0, slides: true, beside: moving(0) }, 60_000, LIVE],
    ['one that was called frozen before that was said', FROZEN, { frozenSince: 0, slides: true, beside: moving(0) }, 60_000, { state: 'live', since: 60_000 }],
    ['for a moment', LIVE, { frozenSince: 50_001, beside: moving(0) }, 60_000, LIVE],
    ['a slide, by both paths', LIVE, { frozenSince: 0, beside: moving(null) }, 60_000, LIVE],
    ['the next slide, which is there by the other path a little sooner', LIVE, { frozenSince: 0, beside: moving(55_001) }, 60_000, LIVE],
    ['a picture that stands still, with none to compare it with', LIVE, { frozenSince: 0 }, 60_000, LIVE],
    ['or with one of which that is not known', LIVE, { frozenSince: 0, beside: { bitrate: null, usualBitrate: null } }, 60_000, LIVE],
    ['a frozen one while the other shows a slide', FROZEN, { frozenSince: 20_000, beside: moving(null) }, 60_000, FROZEN],
    ['a frozen one that moves again', FROZEN, { beside: moving(0) }, 60_000, { state: 'live', since: 60_000 }],
    ['a quarter of the usual bits', LIVE, { bitrate: 500_000 }, 60_000, { state: 'degraded', since: 60_000, fault: 'slow' }],
    ['while the other path has what it is used to', LIVE, { bitrate: 500_000, beside: moving(0) }, 60_000, { state: 'degraded', since: 60_000, fault: 'slow' }],
    ['as by the other path: the picture needs no more', LIVE, { bitrate: 500_000, beside: { bitrate: 900_000, usualBitrate: 2_000_000 } }, 60_000, LIVE],
    ['few bits for a picture that stands still', LIVE, { bitrate: 50_000, frozenSince: 59_000, beside: moving(0) }, 60_000, LIVE],
    ['another fault', { state: 'degraded', since: 5, fault: 'slow' }, { frozenSince: 0, beside: moving(0) }, 60_000, { state: 'degraded', since: 60_000, fault: 'frozen' }],
    ['nothing is known of its bits', LIVE, { bitrate: null }, 60_000, LIVE],
  ])('%s', (_what, health, more, now, next) => {
    expect(state(health, more, now)).toEqual(next);
  });
});

/** What a path shows over time: epoch milliseconds at which its picture began to move or to stand still, in turns, moving first. */
const turns = fc.array(fc.integer({ min: 2_000, max: 60_000 }), { minLength: 1, maxLength: 20 }).map((lengths) => lengths.reduce<number[]>((at, length) => [...at, at.at(-1)! + length], [0]));
const at = (changes: readonly number[], now: number): Pick<InputObservation, 'frozenSince' | 'movingSince'> => {
  const last = changes.findLastIndex((change) => change <= now);
  return last % 2 === 0 ? { frozenSince: null, movingSince: changes[last]! } : { frozenSince: changes[last]!, movingSince: null };
};

it('calls neither of two paths frozen that show the same, one of them up to five seconds late', () => {
  fc.assert(fc.property(turns, fc.integer({ min: 0, max: 4_900 }), (changes, late) => {
    const judged = new Set<string>();
    let [early, delayed]: InputHealth[] = [LIVE, LIVE];
    for (let now = 6_000; now < changes.at(-1)! + 20_000; now += 700) {
      const [first, second] = [at(changes, now), at(changes, now - late)];
      const see = (own: typeof first, other: typeof first): InputObservation => seen({ lastMediaAt: now, ...own, beside: { ...other, bitrate: null, usualBitrate: null } });
      [early, delayed] = [nextInputState(early!, see(first, second), now), nextInputState(delayed!, see(second, first), now)];
      judged.add(early.state).add(delayed.state);
    }
    expect([...judged]).toEqual(['live']);
  }), { numRuns: 30 });
});
