import type { Board, BoardSession, BoardSlot, DraftEdit } from '../contract/board.js';

/** What of a board draft edits carry forward. */
export type DraftState = Pick<Board, 'edit' | 'sessions'>;

/**
 * Carries a board forward by one draft edit: the one reducer of client and tests. Pure: the given board is not altered;
 * sessions that the edit does not touch are shared with the result. A session that the board does not know is left to
 * `board:stale`, which has it read anew.
 * @throws RangeError when the edit is not the next one (see rules/catch-up.ts for what to do then)
 */
export function applyDraftEdit<B extends DraftState>(board: B, edit: DraftEdit): B {
  if (edit.edit !== board.edit + 1) throw new RangeError(`draft edit ${edit.edit} does not follow ${board.edit}`);
  const changes = new Map(edit.changes.map((change) => [change.sessionId, change.to]));
  const sessions = board.sessions.map((session) => {
    const to = changes.get(session.id);
    return to === undefined ? session : placed(session, to, edit.edit);
  });
  return { ...board, edit: edit.edit, sessions };
}

function placed(session: BoardSession, slot: BoardSlot | null, edit: number): BoardSession {
  const minutes = slot === null && session.slot !== null ? minutesOf(session.slot) : session.minutes;
  return { ...session, slot, edit, minutes };
}

/** The length of a slot in whole minutes, at least one: what is kept of it when it is taken out. */
export const minutesOf = ({ startsAt, endsAt }: Pick<BoardSlot, 'startsAt' | 'endsAt'>): number =>
  Math.min(LONGEST, Math.max(1, Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000)));

/** Minutes of a day: a session without a slot is no longer than that. */
const LONGEST = 1_440;
