import type { FindingOf } from '../../finding.js';
import { blockingFor, MINUTE, type Placed } from '../placed.js';
import { inPairs, type TogetherRule } from '../rule.js';

/** Two sessions in one room at once, changeover included: what the database's constraint `slot_room_free` forbids. */
export function roomOverlap(first: Placed, second: Placed): FindingOf<'room-overlap'> | null {
  if (first.room.shared || first.room.id !== second.room.id) return null;
  const changeover = first.room.changeoverMinutes * MINUTE;
  const shared = Math.min(first.endsAt, second.endsAt) + changeover - Math.max(first.startsAt, second.startsAt);
  if (shared <= 0) return null;
  return {
    code: 'room-overlap', severity: blockingFor(first, second), sessions: [first.id, second.id],
    facts: { room: first.room.id, minutes: shared / MINUTE },
  };
}

export const roomOverlaps: TogetherRule = {
  code: 'room-overlap',
  keysOf: ({ room }) => (room.shared ? [] : [room.id]),
  reach: ({ longestChangeover }) => longestChangeover,
  judge: (placed, before) => inPairs(before, (other) => roomOverlap(other, placed)),
};
