import type { RoomId } from '../../contract/ids.js';
import { oneLine } from '../read/texts.js';
import type { ExistingSession } from './existing.queries.js';
import type { SettledSession } from './settle-times.js';

/** A session of the file that knows its room in the database. */
export interface PlacedSession extends SettledSession {
  roomId: RoomId;
}

export interface Matched {
  pairs: { session: PlacedSession; held: ExistingSession | null }[];
  /** Sessions of the source that the file does not have. */
  gone: ExistingSession[];
  /** Pairs whose key went over to another session of the same name. */
  jumped: PlacedSession[];
}

/**
 * Which session of the conference each session of the file is. Sources repeat keys, and pass them from one repetition of a
 * session to another, so that a key alone does not tell: first come those that agree in key, room and start, then those of
 * one title at the same place and time, then by key, the nearest first. The same file always finds the same sessions.
 *
 * `keyOf` is what the source knew an existing session by, null where it knows it not at all.
 */
export function matchSessions(
  sessions: readonly PlacedSession[], existing: readonly ExistingSession[], keyOf: (held: ExistingSession) => string | null,
): Matched {
  const free = new Set(existing.filter((held) => keyOf(held) !== null));
  const found = new Map<PlacedSession, ExistingSession>();
  const jumped: PlacedSession[] = [];
  const pass = (keyOfSession: (session: PlacedSession) => string, keyOfHeld: (held: ExistingSession) => string, note?: PlacedSession[]): void => {
    const index = new Map<string, ExistingSession[]>();
    for (const held of free) {
      const same = index.get(keyOfHeld(held));
      if (same === undefined) index.set(keyOfHeld(held), [held]);
      else same.push(held);
    }
    for (const session of sessions) {
      if (found.has(session)) continue;
      const held = nearest(session, index.get(keyOfSession(session)) ?? [], free);
      if (held === null) continue;
      found.set(session, held);
      free.delete(held);
      note?.push(session);
    }
  };
  pass((session) => `${session.key}\n${spot(session.roomId, session.startsAt)}`, (held) => `${keyOf(held) ?? ''}\n${spotOf(held)}`);
  pass((session) => `${session.title}\n${spot(session.roomId, session.startsAt)}`, (held) => `${oneLine(held.title)}\n${spotOf(held)}`, jumped);
  pass((session) => session.key, (held) => keyOf(held) ?? '');
  return {
    pairs: sessions.map((session) => ({ session, held: found.get(session) ?? null })),
    gone: [...free],
    jumped,
  };
}

function nearest(session: PlacedSession, candidates: readonly ExistingSession[], free: ReadonlySet<ExistingSession>): ExistingSession | null {
  let best: ExistingSession | null = null;
  for (const held of candidates) {
    if (free.has(held) && (best === null || distance(session, held) < distance(session, best))) best = held;
  }
  return best;
}

// another room counts as much as a day, so that what stays in its room stays itself
function distance(session: PlacedSession, held: ExistingSession): number {
  if (held.slot === null) return Number.MAX_SAFE_INTEGER;
  return Math.abs(held.slot.startsAt - session.startsAt) + (held.slot.roomId === session.roomId ? 0 : 86_400_000);
}

const spot = (roomId: RoomId, startsAt: number): string => `${roomId} ${startsAt}`;
const spotOf = (held: ExistingSession): string => (held.slot === null ? 'nowhere' : spot(held.slot.roomId, held.slot.startsAt));
