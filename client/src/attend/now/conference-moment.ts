import type { IndexedSession } from '../agenda-index.js';
import { isHeld } from './moments.js';

/** Where the conference stands as a whole. `first` and `last` are the sessions that open and close it. */
export type ConferenceMoment =
  | { state: 'empty' }
  | { state: 'before'; first: IndexedSession }
  | { state: 'on' }
  /** Nothing is on, and more is to come. */
  | { state: 'between'; next: IndexedSession }
  | { state: 'after'; first: IndexedSession; last: IndexedSession };

/** `sessions` by start. Cancelled ones neither open nor close a conference. */
export function conferenceAt(sessions: readonly IndexedSession[], instant: number): ConferenceMoment {
  const held = sessions.filter(isHeld);
  const first = held[0];
  if (first === undefined) return { state: 'empty' };
  if (instant < first.start) return { state: 'before', first };
  if (held.some((entry) => entry.start <= instant && instant < entry.end)) return { state: 'on' };
  const next = held.find((entry) => entry.start > instant);
  if (next !== undefined) return { state: 'between', next };
  return { state: 'after', first, last: held.reduce((latest, entry) => (entry.end > latest.end ? entry : latest), first) };
}
