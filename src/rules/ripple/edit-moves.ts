import type { SessionId } from '../../contract/ids.js';
import type { DayMove, RipplePreview } from '../../contract/live-day.js';
import type { PlacementSlot } from '../placement/world.js';
import type { Day } from './day.js';
import { findBreaks } from './find-breaks.js';

/**
 * A preview in which a person put some of what moves elsewhere: they stand exactly there, nothing follows them, and what that
 * breaks is found anew, as the server judges it. Ways out were worked out for what the ripple said, and are gone with it.
 * @param starts epoch milliseconds, by session; those that do not move are left out
 */
export function editMoves(day: Day, preview: RipplePreview, starts: ReadonlyMap<SessionId, number>): RipplePreview {
  if (!preview.moves.some(({ sessionId }) => starts.has(sessionId))) return preview;
  const moves = preview.moves.map((move) => startingAt(move, starts.get(move.sessionId)));
  const slots = new Map(moves.flatMap(({ sessionId, after }): [SessionId, PlacementSlot][] => {
    const published = day.published.get(sessionId);
    if (published === undefined) return [];
    return [[sessionId, { ...published, roomId: after.roomId, startsAt: Date.parse(after.startsAt), endsAt: Date.parse(after.endsAt), cancelled: after.cancelled }]];
  }));
  // that a room can't be used stands in what was asked, not in the slots
  const lost = preview.conflicts.filter(({ code }) => code === 'room-lost');
  return { ...preview, moves, conflicts: [...lost, ...findBreaks(day, slots)], proposals: [] };
}

function startingAt(move: DayMove, start: number | undefined): DayMove {
  if (start === undefined || move.after.cancelled) return move;
  const length = Date.parse(move.after.endsAt) - Date.parse(move.after.startsAt);
  return { ...move, after: { ...move.after, startsAt: new Date(start).toISOString(), endsAt: new Date(start + length).toISOString() } };
}
