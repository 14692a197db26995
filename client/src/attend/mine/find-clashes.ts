import type { IndexedSession } from '../agenda-index.js';

/** Why one cannot well be at both. */
export type Clash =
  | { clash: 'overlap'; with: IndexedSession }
  /** The other ends in another city as this one begins. */
  | { clash: 'no-time-between'; with: IndexedSession };

/** Milliseconds between two sessions in different cities that are no time at all, even for who only changes the stream. */
const NO_TIME = 5 * 60_000;

/** The clashes of each bookmarked session with others that were bookmarked, by session id. Cancelled ones clash with nothing. */
export function findClashes(bookmarked: readonly IndexedSession[]): ReadonlyMap<string, readonly Clash[]> {
  const sessions = bookmarked.filter((entry) => entry.session.status === 'scheduled').sort((a, b) => a.start - b.start);
  const clashes = new Map<string, Clash[]>();
  const note = (entry: IndexedSession, clash: Clash): void => {
    clashes.set(entry.session.id, [...(clashes.get(entry.session.id) ?? []), clash]);
  };
  sessions.forEach((earlier, position) => {
    for (const later of sessions.slice(position + 1)) {
      if (later.start >= earlier.end + NO_TIME) break;
      if (later.start < earlier.end) {
        note(earlier, { clash: 'overlap', with: later });
        note(later, { clash: 'overlap', with: earlier });
      } else if (later.city.id !== earlier.city.id) {
        note(later, { clash: 'no-time-between', with: earlier });
      }
    }
  });
  return clashes;
}
