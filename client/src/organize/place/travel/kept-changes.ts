import type { TravelChanges } from './travel-changes.js';

const keyOf = (slug: string): string => `meridian.travel.${slug}`;

/** What was typed and not saved outlives the page and a reload of it, as long as the tab. */
export function keptChanges(slug: string): TravelChanges {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(slug)) ?? '{}') as TravelChanges;
  } catch {
    // a browser that keeps nothing
    return {};
  }
}

export function keepChanges(slug: string, changes: TravelChanges): void {
  try {
    if (Object.keys(changes).length === 0) sessionStorage.removeItem(keyOf(slug));
    else sessionStorage.setItem(keyOf(slug), JSON.stringify(changes));
  } catch {
    // a browser that keeps nothing: it asks before the tab is closed
  }
}
