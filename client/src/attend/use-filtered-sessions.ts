import { useMemo } from 'react';
import { useLiveAgenda } from '../live/live-agenda.js';
import type { IndexedSession } from './agenda-index.js';
import { passes } from './filters.js';
import { useSearchHits } from './search/use-search-hits.js';
import { type Filters, useFilters } from './use-filters.js';

export interface FilteredSessions extends Filters {
  /** In the order of the index. */
  sessions: readonly IndexedSession[];
  /** True while the search index is being made: the text does not restrict yet. */
  searching: boolean;
}

/** The sessions that pass the filters of this page's address. */
export function useFilteredSessions(): FilteredSessions {
  const { index } = useLiveAgenda();
  const filters = useFilters();
  const { hits, searching } = useSearchHits(filters.filters.text);
  const wanted = filters.filters;
  const sessions = useMemo(() => index.sessions.filter((entry) => passes(entry, wanted, hits)), [index, wanted, hits]);
  return { ...filters, sessions, searching };
}
