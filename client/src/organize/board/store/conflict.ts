import type { BoardSlot } from '@contract/board.js';
import type { WaitingEdit, Wanted } from '../model/drafting.js';
import type { TheirSlot } from './board-requests.js';

/** An edit that was refused because somebody else moved the same sessions meanwhile: theirs stands until this organizer chooses. */
export interface Conflict {
  /** Of each session that both moved. */
  rows: readonly (TheirSlot & { mine: BoardSlot | null })[];
  /** What else was in the edit, and was not made either. */
  rest: readonly Wanted[];
}

export function conflictOf(theirs: readonly TheirSlot[], dropped: readonly WaitingEdit[]): Conflict {
  const wanted = new Map<string, BoardSlot | null>();
  for (const { changes } of dropped) for (const { sessionId, to } of changes) wanted.set(sessionId, to);
  const both = new Set(theirs.map(({ sessionId }) => sessionId));
  return {
    rows: theirs.flatMap((row) => (wanted.has(row.sessionId) ? [{ ...row, mine: wanted.get(row.sessionId) ?? null }] : [])),
    rest: [...wanted].filter(([sessionId]) => !both.has(sessionId)).map(([sessionId, to]) => ({ sessionId, to })),
  };
}
