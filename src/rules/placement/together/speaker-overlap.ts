import type { SpeakerId } from '../../../contract/ids.js';
import type { FindingOf } from '../../finding.js';
import { blockingFor, MINUTE, type Placed } from '../placed.js';
import { inPairs, type TogetherRule } from '../rule.js';

/** One speaker in two sessions at once, in any role, on site or remote: what `speaker_booking_free` forbids. */
export function speakerOverlap(speaker: SpeakerId, first: Placed, second: Placed): FindingOf<'speaker-overlap'> | null {
  const shared = Math.min(first.endsAt, second.endsAt) - Math.max(first.startsAt, second.startsAt);
  if (shared <= 0) return null;
  return {
    code: 'speaker-overlap', severity: blockingFor(first, second), sessions: [first.id, second.id],
    facts: { speaker, minutes: shared / MINUTE },
  };
}

export const speakerOverlaps: TogetherRule = {
  code: 'speaker-overlap',
  keysOf: ({ cast }) => cast.all,
  reach: () => 0,
  judge: (placed, before, _prepared, key) => inPairs(before, (other) => speakerOverlap(key as SpeakerId, other, placed)),
};
