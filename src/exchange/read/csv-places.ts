import type { CsvColumn } from './csv-columns.js';
import { FILE, type Findings, type Place } from './findings.js';
import type { ImportedCity, ImportedRoom, ImportedVenue } from './imported-schedule.js';
import { LIMITS } from './limits.js';
import { UNPLACED } from './room-index.js';
import { cut, oneLine } from './texts.js';
import { knownZone } from './zones.js';

/** Cities, venues and rooms as the rows of a CSV name them, again and again. The first row that says something counts. */
export class CsvPlaces {
  private readonly cities = new Map<string, ImportedCity>();
  private readonly venues = new Map<string, ImportedVenue>();
  private readonly rooms = new Map<string, ImportedRoom>();

  constructor(private readonly findings: Findings) {}

  /** The room of a row, and the zone in which its times are meant: the row's own, else its city's, else null. */
  roomOf(row: Partial<Record<CsvColumn, string>>, place: Place): { room: string; zone: string | null } {
    const city = cut(oneLine(row.city), LIMITS.name);
    const zone = this.zoneOf(row, place);
    const venue = city === '' ? null : this.venueOf(city, row, zone);
    let name = cut(oneLine(row.room), LIMITS.name);
    if (name === '') {
      this.findings.mended('room-missing', place, `No room is named: put into “${UNPLACED}”.`);
      name = UNPLACED;
    }
    const key = `${venue ?? ''}\n${name}`;
    const capacity = /^\d{1,6}$/.test(oneLine(row.capacity)) ? Number(oneLine(row.capacity)) : undefined;
    const held = this.rooms.get(key);
    if (held === undefined) this.rooms.set(key, { key, name, label: name, guid: null, capacity, venue, upstream: {} });
    else held.capacity ??= capacity;
    return { room: key, zone: zone ?? this.cities.get(city)?.zone ?? null };
  }

  finish(): { cities: ImportedCity[]; venues: ImportedVenue[]; rooms: ImportedRoom[] } {
    return { cities: [...this.cities.values()], venues: [...this.venues.values()], rooms: [...this.rooms.values()] };
  }

  private venueOf(city: string, row: Partial<Record<CsvColumn, string>>, zone: string | null): string {
    const country = oneLine(row.country).toUpperCase();
    const held = this.cities.get(city) ?? { key: city, name: city, country: null, zone: null, latitude: null, longitude: null };
    held.country ??= /^[A-Z]{2}$/.test(country) ? country : null;
    held.zone ??= zone;
    this.cities.set(city, held);
    const name = cut(oneLine(row.venue), LIMITS.name) || city;
    const key = `${city}\n${name}`;
    this.venues.set(key, { key, city, name });
    return key;
  }

  private zoneOf(row: Partial<Record<CsvColumn, string>>, place: Place): string | null {
    const given = oneLine(row.zone);
    const zone = knownZone(given);
    if (zone === null && given !== '') this.findings.mended('zone-unknown', { ...FILE, ...place }, `The time zone “${given.slice(0, 60)}” is not known here: not used.`);
    return zone;
  }
}
