import { isWithin } from '../../availability.js';
import type { FindingOf } from '../../finding.js';
import { nearestWindow } from '../nearest-window.js';
import { blockingFor, type Placed } from '../placed.js';
import type { PreparedWorld } from '../prepared-world.js';

/** Not all of the session lies in the room's opening hours. Those that abut, as at midnight, are one; changeover may run past them. */
export function roomClosed(placed: Placed, { open }: PreparedWorld): FindingOf<'room-closed'>[] {
  const windows = open.get(placed.room.id);
  if (windows === undefined || isWithin(windows, placed)) return [];
  return [{
    code: 'room-closed', severity: blockingFor(placed), sessions: [placed.id],
    facts: { room: placed.room.id, nearest: nearestWindow(windows, placed) },
  }];
}
