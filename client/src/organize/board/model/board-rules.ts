import type { BoardSession } from '@contract/board.js';
import type { RoomId } from '@contract/ids.js';
import type { Finding } from '@rules/finding.js';
import { PlacementIndex } from '@rules/placement/placement-index.js';
import { slotOf, worldOfBoard } from '@rules/placement/world-of-board.js';
import type { PlacementSlot } from '@rules/placement/world.js';
import type { BoardEntry, BoardIndex, PlacedAt } from './board-index.js';
import type { Following } from './carried-along.js';

/**
 * The rules of placement over what the board shows. Carried forward slot by slot: a board of thousands of sessions is
 * judged as a whole only when it is opened, or when something else than slots has changed.
 */
export class BoardRules {
  private shown: BoardIndex;
  private index: PlacementIndex;

  constructor(board: BoardIndex) {
    this.shown = board;
    this.index = indexOf(board);
  }

  get placement(): PlacementIndex {
    return this.index;
  }

  /** Brings the rules to what is shown now. */
  follow(board: BoardIndex): void {
    const before = this.shown;
    if (board === before) return;
    this.shown = board;
    if (!sameWorld(before, board)) {
      this.index = indexOf(board);
      return;
    }
    for (const [id, entry] of board.byId) {
      if (before.byId.get(id) !== entry) this.index.set(entry.session.id, entry.session.slot === null ? null : slotOf(entry.session.slot));
    }
  }

  /** What the rules would say once all of these stood there. */
  judge(all: readonly Following<BoardEntry>[]): readonly Finding[] {
    return this.index.findingsIf(all.map(({ entry, to }) => ({ sessionId: entry.session.id, slot: slotAt(entry, to) })));
  }
}

/** As a session would stand there: what was waived elsewhere is not waived here. */
function slotAt({ session, at }: BoardEntry, to: PlacedAt): PlacementSlot {
  const stays = at !== null && at.roomId === to.roomId && at.start === to.start && at.end === to.end;
  return {
    roomId: to.roomId as RoomId, startsAt: to.start, endsAt: to.end, anchor: session.slot?.anchor ?? 'floating', cancelled: session.slot?.cancelled ?? false,
    waived: stays && session.slot?.waiver != null,
  };
}

function indexOf({ board }: BoardIndex): PlacementIndex {
  const { world, placement } = worldOfBoard(board);
  return new PlacementIndex(world, placement);
}

/** Whether nothing differs but where sessions stand. */
function sameWorld(a: BoardIndex, b: BoardIndex): boolean {
  if (a.board.sessions.length !== b.board.sessions.length || !PARTS.every((part) => a.board[part] === b.board[part])) return false;
  return b.board.sessions.every((session) => {
    const before = a.byId.get(session.id)?.session;
    return before !== undefined && (before === session || sameWords(before, session));
  });
}

const PARTS = ['conference', 'cities', 'venues', 'rooms', 'uplinks', 'bookings', 'speakers', 'audiences', 'travel', 'satelliteMarginMinutes'] as const;

/** An edit shares all but the slot with what was before it. */
function sameWords(a: BoardSession, b: BoardSession): boolean {
  return a.appearances === b.appearances && a.needsEquipment === b.needsEquipment && a.kind === b.kind && a.language === b.language && a.trackId === b.trackId
    && a.minutes === b.minutes && a.sentBy === b.sentBy && a.expectedPeople === b.expectedPeople;
}

