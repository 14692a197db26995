import type { FindingOf } from '../../finding.js';
import type { Placed } from '../placed.js';

/** The session needs what the room does not have. Names are compared without regard to case. */
export function equipmentMissing({ id, room, session }: Pick<Placed, 'id' | 'room' | 'session'>): FindingOf<'equipment-missing'>[] {
  if (session.needsEquipment.length === 0) return [];
  const has = new Set(room.equipment.map(named));
  const missing = session.needsEquipment.filter((thing) => !has.has(named(thing)));
  if (missing.length === 0) return [];
  return [{ code: 'equipment-missing', severity: 'warning', sessions: [id], facts: { room: room.id, missing } }];
}

const named = (thing: string): string => thing.trim().toLowerCase();
