import type { FindingOf } from '../../finding.js';
import { MINUTE, type Placed } from '../placed.js';
import { inPairs, type TogetherRule } from '../rule.js';

/** Two sessions of one track at once in one city: whoever follows the track there misses one of them. */
export function parallelTrack(first: Placed, second: Placed): FindingOf<'parallel-track'> | null {
  const track = first.session.trackId;
  if (track === null || track !== second.session.trackId || first.city.id !== second.city.id) return null;
  const shared = Math.min(first.endsAt, second.endsAt) - Math.max(first.startsAt, second.startsAt);
  if (shared <= 0) return null;
  return {
    code: 'parallel-track', severity: 'warning', sessions: [first.id, second.id],
    facts: { track, city: first.city.id, minutes: shared / MINUTE },
  };
}

export const parallelTracks: TogetherRule = {
  code: 'parallel-track',
  keysOf: ({ session, city }) => (session.trackId === null ? [] : [`${session.trackId} ${city.id}`]),
  reach: () => 0,
  judge: (placed, before) => inPairs(before, (other) => parallelTrack(other, placed)),
};
