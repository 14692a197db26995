import type { ImportItem } from '../../contract/exchange.js';
import type { CityId, RoomId, VenueId } from '../../contract/ids.js';
import { newId } from '../../platform/new-id.js';
import type { ImportedCity, ImportedRoom, ImportedSchedule } from '../read/imported-schedule.js';
import { fixedZone, offsetText } from '../read/zones.js';
import type { Existing, ExistingRoom } from './existing.queries.js';
import { matchRoom } from './match-room.js';

export interface CityRow { id: CityId; name: string; country: string | null; zone: string; latitude: number | null; longitude: number | null; position: number }
export interface VenueRow { id: VenueId; cityId: CityId; name: string; address: string }
export interface RoomRow {
  id: RoomId; venueId: VenueId; name: string; capacity: number | null; position: number; source: string; sourceKey: string; upstream: Record<string, unknown>;
}
export interface RoomUpdate { id: RoomId; name: string; capacity: number | null; upstream: Record<string, unknown> }

export interface PlannedPlaces {
  cities: CityRow[];
  venues: VenueRow[];
  rooms: RoomRow[];
  roomUpdates: RoomUpdate[];
  /** The room in the database for each of the file's. */
  roomOf: ReadonlyMap<string, RoomId>;
  items: ImportItem[];
}

export interface PlaceContext {
  zone: string;
  source: string;
  elsewhere: ReadonlyMap<string, number>;
  /** For a file that this conference was exported to: its rooms by guid and by label. */
  own: ReadonlyMap<string, RoomId>;
}

/** Finds the file's rooms in the conference, or plans them with the cities and venues that they need. A known room keeps its place. */
export function planPlaces(existing: Existing, schedule: ImportedSchedule, context: PlaceContext): PlannedPlaces {
  return new PlacePlanner(existing, schedule, context).run();
}

class PlacePlanner {
  private readonly planned: PlannedPlaces & { roomOf: Map<string, RoomId> };
  private readonly cities: { id: CityId; name: string; zone: string }[];
  private readonly venues: { id: VenueId; cityId: CityId; name: string }[];
  /** Names taken in a venue: the database allows each once. */
  private readonly names: Set<string>;
  private readonly keys: Set<string>;

  constructor(private readonly existing: Existing, private readonly schedule: ImportedSchedule, private readonly context: PlaceContext) {
    this.planned = { cities: [], venues: [], rooms: [], roomUpdates: [], roomOf: new Map(), items: [] };
    this.cities = [...existing.cities];
    this.venues = [...existing.venues];
    this.names = new Set(existing.rooms.map((room) => `${room.venueId}\n${room.name}`));
    this.keys = new Set(existing.rooms.filter(({ source }) => source === context.source).map(({ sourceKey }) => sourceKey ?? ''));
  }

  run(): PlannedPlaces {
    const taken = new Set<RoomId>();
    for (const room of this.schedule.rooms) {
      const held = matchRoom(room, this.existing, this.schedule, this.context, taken);
      if (held === null) this.planned.roomOf.set(room.key, this.add(room));
      else {
        taken.add(held.id);
        this.planned.roomOf.set(room.key, held.id);
        this.update(held, room);
      }
    }
    return this.planned;
  }

  private add(room: ImportedRoom): RoomId {
    const venueId = this.venueOf(room);
    const wanted = (room.guid ?? room.label).slice(0, 600);
    const row: RoomRow = {
      id: newId<RoomId>(),
      venueId,
      name: unique(room.name, (name) => this.names.has(`${venueId}\n${name}`)),
      capacity: room.capacity ?? null,
      position: this.existing.rooms.length + this.planned.rooms.length,
      source: this.context.source,
      sourceKey: unique(wanted, (key) => this.keys.has(key)),
      upstream: room.upstream,
    };
    this.names.add(`${venueId}\n${row.name}`);
    this.keys.add(row.sourceKey);
    this.planned.rooms.push(row);
    return row.id;
  }

  // the source has the say over rooms that came from it; of others only what is missing is filled in
  private update(held: ExistingRoom, room: ImportedRoom): void {
    const ours = held.source === this.context.source;
    const renamed = ours && held.name !== room.name && !this.names.has(`${held.venueId}\n${room.name}`);
    const next: RoomUpdate = {
      id: held.id,
      name: renamed ? room.name : held.name,
      capacity: room.capacity === undefined || !(ours || held.capacity === null) ? held.capacity : room.capacity,
      upstream: ours ? { ...held.upstream, ...room.upstream } : held.upstream,
    };
    if (next.name === held.name && next.capacity === held.capacity && next.upstream['guid'] === held.upstream.guid) return;
    this.names.delete(`${held.venueId}\n${held.name}`);
    this.names.add(`${held.venueId}\n${next.name}`);
    this.planned.roomUpdates.push(next);
  }

  private venueOf(room: ImportedRoom): VenueId {
    const venue = this.schedule.venues.find(({ key }) => key === room.venue);
    const city = this.schedule.cities.find(({ key }) => key === venue?.city);
    if (venue !== undefined && city !== undefined) {
      const cityId = this.cityNamed(city);
      const held = this.venues.find((other) => other.cityId === cityId && other.name === venue.name);
      return held?.id ?? this.addVenue(cityId, venue.name, venue.address);
    }
    const offset = this.context.elsewhere.get(room.key);
    const zone = offset === undefined ? this.context.zone : (fixedZone(offset) ?? this.context.zone);
    const cityId = this.cityOfZone(zone, offset);
    const there = this.venues.filter((other) => other.cityId === cityId);
    const [only, ...others] = there;
    if (only !== undefined && others.length === 0) return only.id;
    const name = this.cities.find(({ id }) => id === cityId)?.name ?? zone;
    return there.find((other) => other.name === name)?.id ?? this.addVenue(cityId, name);
  }

  private cityNamed(city: ImportedCity): CityId {
    const held = this.cities.find(({ name }) => name === city.name);
    return held?.id ?? this.addCity({ ...city, zone: city.zone ?? this.context.zone });
  }

  private cityOfZone(zone: string, offset: number | undefined): CityId {
    const [only, ...others] = this.cities.filter((city) => city.zone === zone);
    if (only !== undefined && others.length === 0) return only.id;
    const name = cityName(zone, offset);
    const held = this.cities.find((city) => city.name === name);
    return held?.id ?? this.addCity({ name, zone, country: null, latitude: null, longitude: null });
  }

  private addCity(city: Omit<CityRow, 'id' | 'position'>): CityId {
    const { name, zone, country, latitude, longitude } = city;
    const row: CityRow = { id: newId<CityId>(), name, zone, country, latitude, longitude, position: this.cities.length };
    this.cities.push(row);
    this.planned.cities.push(row);
    return row.id;
  }

  private addVenue(cityId: CityId, name: string, address = ''): VenueId {
    const row: VenueRow = { id: newId<VenueId>(), cityId, name, address };
    this.venues.push(row);
    this.planned.venues.push(row);
    return row.id;
  }
}

/** `America/New_York` is New York; a zone without a place is named by its offset: `UTC−05:00`. */
export function cityName(zone: string, offset?: number): string {
  const etc = /^Etc\/GMT([+-])(\d+)$/.exec(zone);
  const minutes = offset ?? (etc === null ? undefined : Number(etc[2]) * (etc[1] === '-' ? 60 : -60));
  if (minutes !== undefined && minutes !== 0) return `UTC${offsetText(minutes, '−')}`;
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

function unique(wanted: string, isTaken: (name: string) => boolean): string {
  let name = wanted;
  for (let count = 2; isTaken(name); count += 1) name = `${wanted} (${count})`;
  return name;
}
