import { useDeferredValue, useEffect, useState } from 'react';
import { useLiveAgenda } from '../../live/live-agenda.js';
import type { SearchIndex } from './search-index.js';

interface SearchHits {
  /** Ids of the sessions found; null where nothing is searched for, or not yet. */
  hits: ReadonlySet<string> | null;
  searching: boolean;
}

// one index for all pages of the visit: it is filled anew when another conference is opened, by what changed
let index: SearchIndex | null = null;

/** Searches the agenda. The index is fetched and made when first something is searched for. */
export function useSearchHits(text: string): SearchHits {
  const { index: agenda, texts } = useLiveAgenda();
  const wanted = useDeferredValue(text.trim());
  // held even when it is not the newest text, so that the list does not jump back to everything while one types
  const [found, setFound] = useState<{ text: string; hits: ReadonlySet<string> } | null>(null);

  useEffect(() => {
    if (wanted === '') return undefined;
    const search = { stale: false };
    void (async () => {
      const { SearchIndex: Index } = await import('./search-index.js');
      index ??= new Index();
      // titles and names first: the long texts take a while
      for (const step of texts === null ? [null] : [null, texts]) {
        await index.update(agenda.sessions, step, () => search.stale);
        if (search.stale) return;
        setFound({ text: wanted, hits: index.search(wanted) });
      }
    })();
    return () => {
      search.stale = true;
    };
  }, [wanted, agenda, texts]);

  if (text.trim() === '') return { hits: null, searching: false };
  return { hits: found?.hits ?? null, searching: found?.text !== text.trim() };
}
