import type { Board, BoardSession, BoardSlot, NewDraftEdit } from '@contract/board.js';

export type EditKind = NewDraftEdit['what'];

/** Where somebody wants a session: null takes it off the board. */
export interface Wanted {
  sessionId: string;
  to: BoardSlot | null;
}

/** By session: the number of the edit that was seen to put it where it was, or the request that will have that number. */
export type Seen = ReadonlyMap<string, number | string>;

/** One session of an edit that was made here. `seen` is the number of the edit that it replaces, or the request that will have that number. */
export interface WantedChange extends Wanted {
  from: BoardSlot | null;
  seen: number | string;
}

/** An edit that was made here and that the board from the server does not hold yet. */
export interface WaitingEdit {
  requestId: string;
  what: EditKind;
  changes: readonly WantedChange[];
  /** The number that the server gave it; null: not answered yet. */
  edit: number | null;
}

/** The draft as this organizer works on it: what the server holds, and on top what they did since, in order. */
export interface Drafting {
  held: Board;
  waiting: readonly WaitingEdit[];
  /** The numbers that this organizer's edits were given, by request. */
  numbers: ReadonlyMap<string, number>;
}

export const startDrafting = (held: Board): Drafting => ({ held, waiting: [], numbers: new Map() });

/** The board with what waits already in it. */
export function shownBoard({ held, waiting }: Drafting): Board {
  const slots = new Map<string, BoardSlot | null>();
  for (const edit of waiting) for (const { sessionId, to } of edit.changes) slots.set(sessionId, to);
  if (slots.size === 0) return held;
  return { ...held, sessions: held.sessions.map((session) => (slots.has(session.id) ? withSlot(session, slots.get(session.id) ?? null) : session)) };
}

/** Kept by session and slot, so that a session that waits is the same object each time the board is put together. */
const dressed = new WeakMap<BoardSession, { slot: BoardSlot | null; session: BoardSession }>();
function withSlot(session: BoardSession, slot: BoardSlot | null): BoardSession {
  const known = dressed.get(session);
  if (known?.slot === slot) return known.session;
  const made = { ...session, slot };
  dressed.set(session, { slot, session: made });
  return made;
}

/**
 * Puts an edit behind those that wait. `seen` says for a session what the edit replaces, where that is not what is shown
 * now: an undo replaces what it undoes.
 */
export function propose(drafting: Drafting, edit: { requestId: string; what: EditKind; set: readonly Wanted[]; seen?: Seen | undefined }): Drafting {
  const shown = new Map(shownBoard(drafting).sessions.map((session) => [session.id as string, session]));
  const changes = edit.set.flatMap(({ sessionId, to }): WantedChange[] => {
    const session = shown.get(sessionId);
    if (session === undefined) return [];
    return [{ sessionId, to, from: session.slot, seen: edit.seen?.get(sessionId) ?? lastSeen(drafting, session) }];
  });
  return { ...drafting, waiting: [...drafting.waiting, { requestId: edit.requestId, what: edit.what, changes, edit: null }] };
}

/** What is seen of sessions now. */
export function seenNow(drafting: Drafting, sessionIds: readonly string[]): Seen {
  const ids = new Set(sessionIds);
  return new Map(drafting.held.sessions.filter(({ id }) => ids.has(id)).map((session) => [session.id, lastSeen(drafting, session)]));
}

function lastSeen({ waiting }: Drafting, session: BoardSession): number | string {
  return waiting.findLast(({ changes }) => changes.some(({ sessionId }) => sessionId === session.id))?.requestId ?? session.edit;
}

/** The first edit that the server has not answered, as it is sent; null where none waits for it. */
export function nextToSend({ waiting, numbers }: Drafting): NewDraftEdit | null {
  const next = waiting.find(({ edit }) => edit === null);
  if (next === undefined) return null;
  return {
    requestId: next.requestId,
    what: next.what,
    set: next.changes.map(({ sessionId, seen, to }) => ({
      sessionId: sessionId as BoardSession['id'],
      expected: typeof seen === 'number' ? seen : (numbers.get(seen) ?? 0),
      to: to === null ? null : { roomId: to.roomId, startsAt: to.startsAt, endsAt: to.endsAt, anchor: to.anchor, waiver: to.waiver },
    })),
  };
}

/** The server took an edit and gave it a number. It waits until the board of that number is here. */
export function confirm(drafting: Drafting, requestId: string, edit: number): Drafting {
  return settle({
    ...drafting,
    waiting: drafting.waiting.map((waiting) => (waiting.requestId === requestId ? { ...waiting, edit } : waiting)),
    numbers: new Map(drafting.numbers).set(requestId, edit),
  });
}

/** A newer board came from the server. */
export const hold = (drafting: Drafting, held: Board): Drafting => settle({ ...drafting, held });

/** The server refused an edit: it goes, and so does what was built on it. */
export function drop(drafting: Drafting, requestId: string): { drafting: Drafting; dropped: readonly WaitingEdit[] } {
  const gone = new Set([requestId]);
  for (const { requestId: id, changes } of drafting.waiting) {
    if (changes.some(({ seen }) => typeof seen === 'string' && gone.has(seen))) gone.add(id);
  }
  const dropped = drafting.waiting.filter(({ requestId: id }) => gone.has(id));
  return { drafting: { ...drafting, waiting: drafting.waiting.filter(({ requestId: id }) => !gone.has(id)) }, dropped };
}

function settle(drafting: Drafting): Drafting {
  const waiting = drafting.waiting.filter(({ edit }) => edit === null || edit > drafting.held.edit);
  return waiting.length === drafting.waiting.length ? drafting : { ...drafting, waiting };
}
