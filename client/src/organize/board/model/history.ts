import type { EditKind, Wanted, WantedChange } from './drafting.js';

/** An edit of this organizer that can be taken back or made again. */
export interface Done {
  what: EditKind;
  changes: readonly Pick<WantedChange, 'sessionId' | 'from' | 'to'>[];
}

export interface History {
  done: readonly Done[];
  undone: readonly Done[];
  /** The request of this organizer that last wrote a session: what a step back or forth replaces. */
  writers: ReadonlyMap<string, string>;
}

export interface Step {
  history: History;
  set: Wanted[];
  seen: ReadonlyMap<string, string>;
}

export const NO_HISTORY: History = { done: [], undone: [], writers: new Map() };
/** So many can be taken back. */
const DEEP = 200;

/** A new edit ends what could be made again. */
export function remember({ done, writers }: History, requestId: string, { what, changes }: Done): History {
  return { done: [...done.slice(1 - DEEP), { what, changes }], undone: [], writers: written(writers, requestId, changes) };
}

/** What takes the last edit back, to be made as the edit `requestId`; null where there is none. */
export function undo({ done, undone, writers }: History, requestId: string): Step | null {
  const last = done.at(-1);
  if (last === undefined) return null;
  return {
    history: { done: done.slice(0, -1), undone: [...undone, last], writers: written(writers, requestId, last.changes) },
    set: last.changes.map(({ sessionId, from }) => ({ sessionId, to: from })),
    seen: writersOf(writers, last),
  };
}

/** What makes the edit again that was taken back last. */
export function redo({ done, undone, writers }: History, requestId: string): Step | null {
  const last = undone.at(-1);
  if (last === undefined) return null;
  return {
    history: { done: [...done, last], undone: undone.slice(0, -1), writers: written(writers, requestId, last.changes) },
    set: last.changes.map(({ sessionId, to }) => ({ sessionId, to })),
    seen: writersOf(writers, last),
  };
}

/** Forgets all that was done to these sessions: somebody else put them where they are now. */
export function forget({ done, undone, writers }: History, sessionIds: ReadonlySet<string>): History {
  const held = (edits: readonly Done[]): Done[] => edits.filter(({ changes }) => !changes.some(({ sessionId }) => sessionIds.has(sessionId)));
  return { done: held(done), undone: held(undone), writers: new Map([...writers].filter(([sessionId]) => !sessionIds.has(sessionId))) };
}

function written(writers: ReadonlyMap<string, string>, requestId: string, changes: Done['changes']): ReadonlyMap<string, string> {
  const next = new Map(writers);
  for (const { sessionId } of changes) next.set(sessionId, requestId);
  return next;
}

function writersOf(writers: ReadonlyMap<string, string>, { changes }: Done): ReadonlyMap<string, string> {
  return new Map(changes.flatMap(({ sessionId }) => {
    const writer = writers.get(sessionId);
    return writer === undefined ? [] : [[sessionId, writer] as const];
  }));
}
