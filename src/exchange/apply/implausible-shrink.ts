import type { ExistingSession } from './existing.queries.js';

/** A city, venue or room counts as lost when it had at least so many sessions. */
const SESSIONS_OF_A_PLACE = { city: 2, room: 5 } as const;
/** The smallest number of sessions whose loss can be more than half. */
const FEWEST = 3;

export interface Shrink {
  /** In words for people, what is missing. */
  reasons: string[];
  missing: ExistingSession[];
}

/**
 * Is what a newer file lacks more than a programme loses in the ordinary way? It is where the file is empty, lacks more
 * than half of the sessions, or all sessions of a city that had at least 2, or of a room that had at least 5: then more
 * likely the feed failed, and a person must say so. Null where it is plausible.
 *
 * `placeOf` names a session's city and room; `before` are the sessions of the source that were on.
 */
export function implausibleShrink(
  before: readonly ExistingSession[],
  missing: readonly ExistingSession[],
  inFile: number,
  placeOf: (session: ExistingSession) => { city: string; room: string },
): Shrink | null {
  if (missing.length === 0) return null;
  const reasons: string[] = [];
  if (inFile === 0) reasons.push('the file holds no session at all');
  else if (missing.length * 2 > before.length && before.length >= FEWEST) reasons.push(`${missing.length} of ${before.length} sessions are missing`);
  const lost = new Set(missing);
  for (const kind of ['city', 'room'] as const) {
    const places = new Map<string, { all: number; lost: number }>();
    for (const session of before) {
      const name = placeOf(session)[kind];
      const place = places.get(name) ?? { all: 0, lost: 0 };
      places.set(name, { all: place.all + 1, lost: place.lost + (lost.has(session) ? 1 : 0) });
    }
    // where there is only one, its loss is that of the whole, which the rules above judge
    if (places.size < 2) continue;
    for (const [name, place] of places) {
      if (place.lost === place.all && place.all >= SESSIONS_OF_A_PLACE[kind]) reasons.push(`all ${place.all} sessions of the ${kind} “${name}” are missing`);
    }
  }
  return reasons.length === 0 ? null : { reasons, missing: [...missing] };
}
