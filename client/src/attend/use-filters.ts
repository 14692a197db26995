import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { filtersFromAddress, filtersToAddress } from './filter-address.js';
import type { AgendaFilters } from './filters.js';

export interface Filters {
  filters: AgendaFilters;
  /** Changes some filters and leaves the others; the address follows. */
  setFilters: (change: Partial<AgendaFilters>) => void;
  clearFilters: () => void;
  isFiltered: boolean;
}

/** The filters in this page's address. */
export function useFilters(): Filters {
  const [address, setAddress] = useSearchParams();
  const filters = useMemo(() => filtersFromAddress(address), [address]);
  const setFilters = useCallback(
    (change: Partial<AgendaFilters>) => {
      setAddress((held) => filtersToAddress({ ...filtersFromAddress(held), ...change }, held), { replace: true, preventScrollReset: true });
    },
    [setAddress],
  );
  const clearFilters = useCallback(() => {
    setFilters({ cities: new Set(), tracks: new Set(), languages: new Set(), speakers: new Set(), text: '' });
  }, [setFilters]);
  const isFiltered =
    filters.text !== '' || filters.cities.size + filters.tracks.size + filters.languages.size + filters.speakers.size > 0;
  return { filters, setFilters, clearFilters, isFiltered };
}
