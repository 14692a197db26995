import type { IndexedSession } from './agenda-index.js';

/** What the reader wants to see. Empty sets and text do not restrict. Lives in the page's address. */
export interface AgendaFilters {
  cities: ReadonlySet<string>;
  tracks: ReadonlySet<string>;
  languages: ReadonlySet<string>;
  speakers: ReadonlySet<string>;
  text: string;
}

/** Whether a session passes every filter. The text is matched elsewhere, by the search index: pass its hits, or null for no search. */
export function passes(entry: IndexedSession, filters: AgendaFilters, hits: ReadonlySet<string> | null): boolean {
  const any = (wanted: ReadonlySet<string>, has: string | null | undefined): boolean =>
    wanted.size === 0 || (has !== null && has !== undefined && wanted.has(has));
  return (
    any(filters.cities, entry.city.id) &&
    any(filters.tracks, entry.track?.id) &&
    any(filters.languages, entry.session.language) &&
    (filters.speakers.size === 0 || entry.speakers.some((speaker) => filters.speakers.has(speaker.id))) &&
    (hits === null || hits.has(entry.session.id))
  );
}
