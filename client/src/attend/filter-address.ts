import type { AgendaFilters } from './filters.js';

/** `lang` is the page's own language: the sessions' is spelled out. */
const NAMES = { cities: 'city', tracks: 'track', languages: 'language', speakers: 'speaker' } as const;
const LISTS = Object.entries(NAMES) as [keyof typeof NAMES, string][];
const TEXT = 'q';

export function filtersFromAddress(address: URLSearchParams): AgendaFilters {
  const list = (name: string): ReadonlySet<string> => new Set(address.getAll(name).filter((value) => value !== ''));
  return {
    cities: list(NAMES.cities),
    tracks: list(NAMES.tracks),
    languages: list(NAMES.languages),
    speakers: list(NAMES.speakers),
    text: address.get(TEXT) ?? '',
  };
}

/** The address with these filters; what else it says is kept. */
export function filtersToAddress(filters: AgendaFilters, address: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(address);
  for (const [key, name] of LISTS) {
    next.delete(name);
    for (const value of filters[key]) next.append(name, value);
  }
  next.delete(TEXT);
  if (filters.text !== '') next.set(TEXT, filters.text);
  return next;
}
