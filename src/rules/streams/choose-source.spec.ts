import fc from 'fast-check';
import { chooseSource, type StageInputs, type StageSource, type WantedSource } from './choose-source.js';
import type { InputHealth } from './input-state.js';

const NOW = 100_000;
const live = (forMilliseconds = 60_000): InputHealth => ({ state: 'live', since: NOW - forMilliseconds });
const lost: InputHealth = { state: 'lost', since: 0 };
const stalled: InputHealth = { state: 'degraded', since: 0, fault: 'stalled' };
const frozen: InputHealth = { state: 'degraded', since: 0, fault: 'frozen' };
const idle: InputHealth = { state: 'idle', since: 0 };

describe('what a stage shows', () => {
  it.each<[string, StageSource, WantedSource, InputHealth | null, InputHealth | null, StageSource]>([
    ['the primary while it is good', 'primary', 'automatic', live(), live(), 'primary'],
    ['the backup, at once, when nothing comes from the primary', 'primary', 'automatic', stalled, live(0), 'backup'],
    ['the backup when the primary froze', 'primary', 'automatic', frozen, live(), 'backup'],
    ['a frozen primary when there is nothing better', 'primary', 'automatic', frozen, lost, 'primary'],
    ['a frozen one rather than the slate', 'slate', 'automatic', frozen, lost, 'primary'],
    ['the slate when both are dead', 'backup', 'automatic', lost, stalled, 'slate'],
    ['the slate where there is no input', 'slate', 'automatic', null, null, 'slate'],
    ['whichever comes back, at once, after the slate', 'slate', 'automatic', lost, live(0), 'backup'],
    ['the primary before the backup after the slate', 'slate', 'automatic', live(0), live(), 'primary'],
    ['the backup for as long as the primary is not proven', 'backup', 'automatic', live(29_999), live(), 'backup'],
    ['the primary again after 30 s', 'backup', 'automatic', live(30_000), live(), 'primary'],
    ['the primary at once when the backup dies', 'backup', 'automatic', live(10), lost, 'primary'],
    ['the primary at once when the backup froze', 'backup', 'automatic', live(10), frozen, 'primary'],
    ['what the director wants, at once', 'primary', 'backup', live(), live(0), 'backup'],
    ['what the director wants, although it froze', 'backup', 'backup', live(), frozen, 'backup'],
    ['the slate, when the director wants it', 'primary', 'slate', live(), live(), 'slate'],
    ['another when nothing comes from what the director wants', 'backup', 'backup', live(0), stalled, 'primary'],
    ['what the director wants, as soon as it is back', 'primary', 'backup', live(), live(0), 'backup'],
    ['the primary, where the stage has one input', 'slate', 'automatic', live(0), null, 'primary'],
    ['nothing that has not begun', 'slate', 'automatic', { state: 'connecting', since: 0 }, idle, 'slate'],
  ])('%s', (_what, on, wanted, primary, backup, expected) => {
    expect(chooseSource({ on, since: 5 }, wanted, { primary, backup }, NOW)).toEqual({ on: expected, since: expected === on ? 5 : NOW });
  });

  const health = fc.oneof(
    fc.constantFrom(lost, stalled, frozen, idle, null), fc.nat({ max: 60_000 }).map(live));
  const someInputs: fc.Arbitrary<StageInputs> = fc.record({ primary: health, backup: health });

  it('is never dead while something comes, and does not change its mind', () => {
    fc.assert(fc.property(fc.constantFrom<StageSource>('primary', 'backup', 'slate'), someInputs, (on, inputs) => {
      const decision = chooseSource({ on, since: 0 }, 'automatic', inputs, NOW);
      const anyLive = [inputs.primary, inputs.backup].some((one) => one?.state === 'live');
      if (anyLive) expect(decision.on === 'slate' ? null : inputs[decision.on]?.state).toBe('live');
      expect(chooseSource(decision, 'automatic', inputs, NOW)).toBe(decision);
    }));
  });
});
