import type { ImportedCity, ImportedRoom, ImportedVenue } from './imported-schedule.js';
import { listOf, objectOf, type JsonObject } from './json-walk.js';
import { LIMITS } from './limits.js';
import { cut, manyLines, oneLine, uuidOf } from './texts.js';
import { knownZone } from './zones.js';

export interface MeridianPlace {
  zone: string | null;
  languages: string[] | null;
  cities: ImportedCity[];
  venues: ImportedVenue[];
}

/**
 * The cities and venues that our own schedule.json carries in `conference.meta.meridian`, which the format has no words
 * for. Puts the rooms into them (altered in place). Anything that does not fit is left out: the file may be edited by hand.
 */
export function readMeridianPlace(meta: unknown, rooms: readonly ImportedRoom[]): MeridianPlace {
  const given = objectOf(meta);
  if (given === null) return { zone: null, languages: null, cities: [], venues: [] };
  const cities = listOf(given['cities']).slice(0, 1_000).flatMap((value) => cityOf(objectOf(value)));
  const cityKeys = new Set(cities.map(({ key }) => key));
  const venues = listOf(given['venues']).slice(0, LIMITS.rooms).flatMap((value) => venueOf(objectOf(value), cityKeys));
  const venueKeys = new Set(venues.map(({ key }) => key));
  const byGuid = new Map(rooms.flatMap((room) => (room.guid === null ? [] : [[room.guid, room] as const])));
  for (const value of listOf(given['rooms'])) {
    const entry = objectOf(value);
    const room = byGuid.get(uuidOf(entry?.['guid']) ?? '');
    const venue = oneLine(entry?.['venue']);
    if (room === undefined || !venueKeys.has(venue)) continue;
    room.venue = venue;
    room.name = cut(oneLine(entry?.['name']), LIMITS.name) || room.name;
  }
  const languages = listOf(given['languages']).map(oneLine).filter((tag) => /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(tag));
  return { zone: knownZone(oneLine(given['zone'])), languages: languages.length === 0 ? null : languages.slice(0, 50), cities, venues };
}

function cityOf(city: JsonObject | null): ImportedCity[] {
  const key = oneLine(city?.['id']);
  const name = cut(oneLine(city?.['name']), LIMITS.name);
  const zone = knownZone(oneLine(city?.['zone']));
  if (city === null || key === '' || name === '' || zone === null) return [];
  const country = oneLine(city['country']);
  return [{
    key, name, zone,
    country: /^[A-Z]{2}$/.test(country) ? country : null,
    latitude: degrees(city['latitude'], 90),
    longitude: degrees(city['longitude'], 180),
  }];
}

function venueOf(venue: JsonObject | null, cities: ReadonlySet<string>): ImportedVenue[] {
  const key = oneLine(venue?.['id']);
  const name = cut(oneLine(venue?.['name']), LIMITS.name);
  const city = oneLine(venue?.['city']);
  return key === '' || name === '' || !cities.has(city) ? [] : [{ key, city, name, address: cut(manyLines(venue?.['address']), LIMITS.subtitle) }];
}

const degrees = (value: unknown, most: number): number | null => (typeof value === 'number' && Math.abs(value) <= most ? value : null);
