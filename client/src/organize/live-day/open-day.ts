import type { Agenda, AgendaSession } from '@contract/agenda.js';
import type { Board } from '@contract/board.js';
import type { Revision } from '@contract/changes.js';
import type { SessionId } from '@contract/ids.js';
import type { PlacementSlot } from '@rules/placement/world.js';
import { worldOfBoard } from '@rules/placement/world-of-board.js';
import { openDay, type Day } from '@rules/ripple/day.js';
import { plannedBefore } from '@rules/ripple/preview.js';

/** The day of an agenda for the rules: what is published from the agenda, all else from the board. */
export function openDayOf(board: Board, agenda: Agenda, since: readonly Pick<Revision, 'changes'>[], now: number): Day {
  const published = new Map(Object.values(agenda.sessions).map((session) => [session.id, slotOf(session)] as [SessionId, PlacementSlot]));
  return openDay({ world: worldOfBoard(board).world, published, planned: plannedBefore(published, since), now });
}

const slotOf = ({ roomId, startsAt, endsAt, anchor, status, overlapWaived }: AgendaSession): PlacementSlot => ({
  roomId, startsAt: Date.parse(startsAt), endsAt: Date.parse(endsAt), anchor, cancelled: status === 'cancelled', waived: overlapWaived,
});
