import type { Board } from '../../contract/board.js';
import type { CityId, SessionId } from '../../contract/ids.js';
import { slotOf, worldOfBoard } from '../placement/world-of-board.js';
import type { PlanRequest, PlanWeights } from './plan.js';

export interface PlanScope {
  /** `tray`: all that has no slot; `all`: everything that is not fixed; or these. */
  sessions: 'tray' | 'all' | readonly SessionId[];
  weights: PlanWeights;
}

/**
 * What a board asks of the automatic schedule. Fixed, cancelled and waived slots stay whatever the scope says, and so does what the
 * board's reader may not move. A session stays in the city that it belongs to: that of its slot, or of what was announced, or the
 * one that looks after it.
 */
export function planOfBoard(board: Board, { sessions, weights }: PlanScope): PlanRequest {
  const { world, placement } = worldOfBoard(board);
  const cityOfRoom = new Map(board.rooms.map(({ id, venueId }) => [id, world.venues.get(venueId)!.cityId]));
  const published = new Map(board.sessions.flatMap(({ id, published: slot }) => (slot === null ? [] : [[id, slotOf(slot)]])));
  const cityOf = new Map(board.sessions.flatMap(({ id, slot, published: announced, cityId }): [SessionId, CityId][] => {
    const room = (slot ?? announced)?.roomId;
    const city = (room === undefined ? undefined : cityOfRoom.get(room)) ?? cityId ?? null;
    return city === null ? [] : [[id, city]];
  }));
  const wanted = Array.isArray(sessions) ? new Set(sessions as readonly SessionId[]) : null;
  const may = (id: SessionId): boolean => board.mayMove === null || board.mayMove.some((city) => city === cityOf.get(id));
  const movable = new Set(board.sessions.flatMap(({ id, slot }) => {
    const stays = slot !== null && (slot.anchor === 'fixed' || slot.cancelled || slot.waiver !== null);
    const inScope = wanted === null ? sessions === 'all' || slot === null : wanted.has(id);
    return inScope && !stays && may(id) ? [id] : [];
  }));
  return { world, placement, movable, published, cityOf, weights };
}
