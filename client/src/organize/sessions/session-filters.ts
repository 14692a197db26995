import type { SessionQuery } from '@contract/agenda-requests.js';

export const STATES = ['all', 'scheduled', 'unscheduled', 'cancelled'] as const;
export type StateFilter = (typeof STATES)[number];

/** What the list is narrowed by; it stands in the page's address, so that a link shows the same. Null: not narrowed. */
export interface SessionFilters {
  search: string;
  cityId: string | null;
  trackId: string | null;
  state: StateFilter;
}

const NAMES = { search: 'search', cityId: 'city', trackId: 'track', state: 'state' } as const;

export function filtersIn(address: URLSearchParams): SessionFilters {
  const state = address.get(NAMES.state);
  return {
    search: address.get(NAMES.search) ?? '',
    cityId: idIn(address.get(NAMES.cityId)),
    trackId: idIn(address.get(NAMES.trackId)),
    state: STATES.find((one) => one === state) ?? 'all',
  };
}

/** Written into an address that may say other things, too. */
export function withFilters(address: URLSearchParams, filters: SessionFilters): URLSearchParams {
  const next = new URLSearchParams(address);
  for (const [key, name] of Object.entries(NAMES) as [keyof SessionFilters, string][]) {
    const value = filters[key];
    if (value === null || value === '' || value === 'all') next.delete(name);
    else next.set(name, value);
  }
  return next;
}

export function queryOf({ search, cityId, trackId, state }: SessionFilters, after: string | null): string {
  const query: Partial<Record<keyof SessionQuery, string>> = {
    limit: '100',
    ...(after === null ? {} : { after }),
    ...(search.trim() === '' ? {} : { search: search.trim() }),
    ...(cityId === null ? {} : { cityId }),
    ...(trackId === null ? {} : { trackId }),
    ...(state === 'all' ? {} : { state }),
  };
  return new URLSearchParams(query).toString();
}

export const isNarrowed = (filters: SessionFilters): boolean => withFilters(new URLSearchParams(), filters).size > 0;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const idIn = (text: string | null): string | null => (text !== null && UUID.test(text) ? text : null);
