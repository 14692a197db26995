import type { VenueId } from '@contract/ids.js';
import type { NewVenueTravel, VenueTravel } from '@contract/place.js';
import { europeanDigits } from '../../spreadsheet-cells.js';
import { minutesByWay } from './ways.js';

/** What somebody typed for some ways and has not saved yet, by way; an empty text: to be estimated again. */
export type TravelChanges = Readonly<Record<string, string>>;

/** A week. */
const MOST = 10_080;

/** Minutes, typed as `90` or as `1:30`; null where nothing is; undefined where it is no time. */
export function readMinutes(text: string): number | null | undefined {
  const typed = europeanDigits(text).trim();
  if (typed === '') return null;
  const [, hours = '0', rest = ''] = /^(?:(\d{1,3}):(?=[0-5]\d$))?(\d{1,5})$/.exec(typed) ?? [];
  const minutes = Number(hours) * 60 + Number(rest);
  return rest === '' || minutes > MOST ? undefined : minutes;
}

export const wrongWays = (changes: TravelChanges): string[] => Object.entries(changes).flatMap(([key, text]) => (readMinutes(text) === undefined ? [key] : []));

/** The whole list as it is to be, of what the server holds: what others changed elsewhere meanwhile stays. */
export function withChanges(held: VenueTravel, changes: TravelChanges): NewVenueTravel['items'] {
  const minutes = new Map<string, number | null>(minutesByWay(held));
  for (const [key, text] of Object.entries(changes)) minutes.set(key, readMinutes(text) ?? null);
  return [...minutes].flatMap(([key, own]) => {
    const [from, to] = key.split(' ') as [VenueId, VenueId];
    return own === null ? [] : [{ from, to, minutes: own }];
  });
}

/** What makes the same ways again what they were. */
export function undoing(held: VenueTravel, changes: TravelChanges): TravelChanges {
  const before = minutesByWay(held);
  return Object.fromEntries(Object.keys(changes).map((key) => [key, String(before.get(key) ?? '')]));
}

/** Without what says the same as the server: typed and typed back is no change. */
export function trueChanges(held: VenueTravel, changes: TravelChanges): TravelChanges {
  const before = minutesByWay(held);
  return Object.fromEntries(Object.entries(changes).filter(([key, text]) => readMinutes(text) !== (before.get(key) ?? null)));
}
