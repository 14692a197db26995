import type { BoardSlot } from '@contract/board.js';
import type { RoomId } from '@contract/ids.js';
import type { BoardEntry, PlacedAt } from './board-index.js';

/** The slot of a session at a place, with what else is known of its slot. What was waived elsewhere is not waived there. */
export function slotFor({ session, at }: BoardEntry, to: PlacedAt, waiver: string | null = null): BoardSlot {
  const stays = at !== null && at.roomId === to.roomId && at.start === to.start && at.end === to.end;
  return {
    roomId: to.roomId as RoomId, startsAt: new Date(to.start).toISOString(), endsAt: new Date(to.end).toISOString(), anchor: session.slot?.anchor ?? 'floating',
    cancelled: session.slot?.cancelled ?? false, waiver: waiver ?? (stays ? (session.slot?.waiver ?? null) : null),
  };
}
