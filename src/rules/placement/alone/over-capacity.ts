import type { FindingOf } from '../../finding.js';
import type { Placed } from '../placed.js';

/** More people are expected than the room holds. */
export function overCapacity({ id, room, session }: Pick<Placed, 'id' | 'room' | 'session'>): FindingOf<'over-capacity'>[] {
  if (room.capacity === null || session.expectedPeople === null || session.expectedPeople <= room.capacity) return [];
  return [{
    code: 'over-capacity', severity: 'warning', sessions: [id],
    facts: { room: room.id, people: session.expectedPeople, capacity: room.capacity },
  }];
}
