import type { FindingOf } from '../../finding.js';
import type { Placed } from '../placed.js';

/** The session needs what the room does not have. Names are compared without regard to case. */
export function equipmentMissing({ id, room, session }: Pick<Placed, 'id' | 'room' | 'session'>): FindingOf<'equipment-missing'>[] {
  const missing = lackingIn(room, session.needsEquipment);
  if (missing.length === 0) return [];
  return [{ code: 'equipment-missing', severity: 'warning', sessions: [id], facts: { room: room.id, missing } }];
}

/** The things that a room does not have, as they were asked for. */
export function lackingIn({ equipment }: Pick<Placed['room'], 'equipment'>, needed: readonly string[]): string[] {
  if (needed.length === 0) return [];
  const has = new Set(equipment.map(named));
  return needed.filter((thing) => !has.has(named(thing)));
}

const named = (thing: string): string => thing.trim().toLowerCase();
