import type { CityId, RoomId, SessionId, SpeakerId, TrackId, VenueId } from '../../contract/ids.js';
import { castOf } from '../placement/placed.js';
import { prepareWorld, type PreparedWorld } from '../placement/prepared-world.js';
import { isBlockingWay } from '../placement/together/travel-time.js';
import type { PlacementRoom, PlacementSession, PlacementSlot } from '../placement/world.js';
import type { PlanRequest } from './plan.js';
import { daysIn, gridPhase, intersect, stretchesOf, timescaleOf, unitAfter, unitBefore, unitsOf, type Stretches, type Timescale } from './timescale.js';

export const NOWHERE = -1;

/** A request as numbers: sessions, rooms, venues, cities and tracks are indexes, time is units of the scale. Made once; it does not change. */
export interface PlanTables {
  readonly request: PlanRequest;
  readonly prepared: PreparedWorld;
  readonly scale: Timescale;
  readonly sessions: readonly PlacementSession[];
  readonly rooms: readonly PlacementRoom[];
  readonly cities: readonly CityId[];
  readonly venues: readonly VenueId[];
  readonly tracks: readonly TrackId[];
  /** The sessions that are planned; the others of `sessions` stand still. */
  readonly movable: Int32Array;
  readonly isMovable: Uint8Array;
  readonly duration: Int32Array;
  readonly trackOf: Int32Array;
  /** 0: not sent, 1: by the internet, 2: by satellite. */
  readonly sentBy: Uint8Array;
  readonly venueOf: Int32Array;
  readonly cityOf: Int32Array;
  readonly changeover: Int32Array;
  readonly shared: Uint8Array;
  readonly phase: Int32Array;
  readonly uplinks: Int32Array;
  readonly satellites: Int32Array;
  /** Sessions that share a speaker: `related[relatedFrom[i] .. relatedFrom[i + 1]]`; `travels` where both need them on site. */
  readonly relatedFrom: Int32Array;
  readonly related: Int32Array;
  readonly travels: Uint8Array;
  /** Units from venue to venue at `a * venues + b`, where less time is forbidden. */
  readonly way: Int32Array;
  /** Where a session stands before: room and start; NOWHERE where it has no place or its place is no more. */
  readonly nowRoom: Int32Array;
  readonly nowStart: Int32Array;
  /** Where moving it away has a price. */
  readonly announcedRoom: Int32Array;
  readonly announcedStart: Int32Array;
  readonly openOf: readonly Stretches[];
  readonly speakersCan: readonly (Stretches | null)[];
  /** Where a venue's satellite windows leave room for a session, margins taken off. */
  readonly satelliteOf: readonly Stretches[];
}

export function planTablesOf(request: PlanRequest): PlanTables {
  const { world, placement, movable, published } = request;
  const prepared = prepareWorld(world);
  const scale = timescaleOf(world, new Map([...published, ...placement]));
  const rooms = [...world.rooms.values()].filter(({ venueId }) => world.cities.has(world.venues.get(venueId)?.cityId as CityId));
  const venues = [...world.venues.keys()];
  const cities = [...world.cities.keys()];
  const sessions = [...world.sessions.values()].filter(({ id }) => movable.has(id) || placement.get(id)?.cancelled === false);
  const tracks = [...new Set(sessions.flatMap(({ trackId }) => trackId ?? []))];
  const roomIndex = new Map(rooms.map(({ id }, n) => [id, n]));
  const cityOfVenue = (venueId: VenueId): CityId => world.venues.get(venueId)!.cityId;
  const zoneOf = (room: PlacementRoom): string => world.cities.get(cityOfVenue(room.venueId))!.zone;
  const at = (slot: PlacementSlot | undefined): [number, number] => {
    const room = slot === undefined || slot.cancelled ? undefined : roomIndex.get(slot.roomId);
    return room === undefined ? [NOWHERE, NOWHERE] : [room, unitBefore(scale, slot!.startsAt)];
  };
  const now = sessions.map(({ id }) => at(placement.get(id)));
  const announced = sessions.map(({ id }) => at(published.get(id) ?? placement.get(id)));
  const margin = world.satelliteMarginMinutes * 60_000;
  return {
    request, prepared, scale, sessions, rooms, cities, venues, tracks,
    movable: Int32Array.from(sessions.keys()).filter((n) => movable.has(sessions[n]!.id)),
    isMovable: Uint8Array.from(sessions, ({ id }) => (movable.has(id) ? 1 : 0)),
    duration: Int32Array.from(sessions, ({ id, minutes }) => {
      const slot = placement.get(id);
      return slot === undefined || slot.cancelled ? unitsOf(scale, minutes) : unitAfter(scale, slot.endsAt) - unitBefore(scale, slot.startsAt);
    }),
    trackOf: Int32Array.from(sessions, ({ trackId }) => (trackId === null ? NOWHERE : tracks.indexOf(trackId))),
    sentBy: Uint8Array.from(sessions, ({ sentBy }) => (sentBy === null ? 0 : sentBy === 'internet' ? 1 : 2)),
    venueOf: Int32Array.from(rooms, ({ venueId }) => venues.indexOf(venueId)),
    cityOf: Int32Array.from(rooms, ({ venueId }) => cities.indexOf(cityOfVenue(venueId))),
    changeover: Int32Array.from(rooms, ({ changeoverMinutes }) => unitsOf(scale, changeoverMinutes)),
    shared: Uint8Array.from(rooms, ({ shared }) => (shared ? 1 : 0)),
    phase: Int32Array.from(rooms, (room) => gridPhase(scale, zoneOf(room), world)),
    uplinks: Int32Array.from(world.venues.values(), ({ uplinks }) => uplinks),
    satellites: Int32Array.from(venues, (id) => prepared.satellite.get(id)?.length ?? 0),
    ...relatedOf(sessions),
    way: waysOf(prepared, venues, scale),
    nowRoom: Int32Array.from(now, ([room]) => room), nowStart: Int32Array.from(now, ([, start]) => start),
    announcedRoom: Int32Array.from(announced, ([room]) => room), announcedStart: Int32Array.from(announced, ([, start]) => start),
    openOf: rooms.map((room) => {
      const days = stretchesOf(scale, [daysIn(zoneOf(room), world)]);
      const open = prepared.open.get(room.id);
      return open === undefined ? days : intersect(days, stretchesOf(scale, open));
    }),
    speakersCan: sessions.map((session) => speakersCan(prepared, scale, castOf(session).all)),
    satelliteOf: venues.map((id) => (prepared.satellite.get(id) ?? []).flatMap((windows) =>
      stretchesOf(scale, windows.map(({ startsAt, endsAt }) => ({ startsAt: startsAt + margin, endsAt: endsAt - margin }))))),
  };
}

/** The rooms that a session may have, whatever the time. */
export function roomsFor(tables: PlanTables, session: number): number[] {
  const { request, sessions, rooms, cities, sentBy, satellites, uplinks, venueOf, cityOf } = tables;
  const it = sessions[session]!;
  const city = request.cityOf.get(it.id);
  return [...rooms.keys()].filter((room) =>
    (city === undefined || cities[cityOf[room]!] === city) &&
    (sentBy[session] === 0 || uplinks[venueOf[room]!]! > 0) && (sentBy[session] !== 2 || satellites[venueOf[room]!]! > 0));
}

/** When a session may begin in a room by itself, whatever else stands there: first and last start of each stretch. */
export function startsIn(tables: PlanTables, session: number, room: number): number[] {
  const { openOf, speakersCan: can, satelliteOf, sentBy, venueOf, duration } = tables;
  let stretches: Stretches = openOf[room]!;
  if (can[session] !== null) stretches = intersect(stretches, can[session]!);
  if (sentBy[session] === 2) stretches = intersect(stretches, satelliteOf[venueOf[room]!]!);
  const starts: number[] = [];
  for (let at = 0; at < stretches.length; at += 2) {
    const last = stretches[at + 1]! - duration[session]!;
    if (last >= stretches[at]!) starts.push(stretches[at]!, last);
  }
  return starts;
}

function speakersCan(prepared: PreparedWorld, scale: Timescale, speakers: readonly SpeakerId[]): Stretches | null {
  let common: Stretches | null = null;
  for (const speaker of speakers) {
    const windows = prepared.available.get(speaker);
    if (windows === undefined) continue;
    const stretches = stretchesOf(scale, windows);
    common = common === null ? stretches : intersect(common, stretches);
  }
  return common;
}

function relatedOf(sessions: readonly PlacementSession[]): Pick<PlanTables, 'relatedFrom' | 'related' | 'travels'> {
  const appearing = new Map<SpeakerId, { session: number; onSite: boolean }[]>();
  for (const [session, one] of sessions.entries()) {
    const { all, onSite } = castOf(one);
    for (const speaker of all) appearing.set(speaker, [...(appearing.get(speaker) ?? []), { session, onSite: onSite.includes(speaker) }]);
  }
  const rows = sessions.map(() => new Map<number, boolean>());
  for (const all of appearing.values()) {
    for (const one of all) {
      for (const other of all) {
        if (one.session === other.session) continue;
        rows[one.session]!.set(other.session, (rows[one.session]!.get(other.session) ?? false) || (one.onSite && other.onSite));
      }
    }
  }
  const relatedFrom = new Int32Array(sessions.length + 1);
  rows.forEach((row, n) => (relatedFrom[n + 1] = relatedFrom[n]! + row.size));
  return {
    relatedFrom,
    related: Int32Array.from(rows.flatMap((row) => [...row.keys()])),
    travels: Uint8Array.from(rows.flatMap((row) => [...row.values()].map(Number))),
  };
}

function waysOf({ world, travel }: PreparedWorld, venues: readonly VenueId[], scale: Timescale): Int32Array {
  const city = (id: VenueId) => world.cities.get(world.venues.get(id)!.cityId);
  return Int32Array.from(venues.flatMap((a) => venues.map((b) => {
    const [from, to] = [city(a), city(b)];
    if (a === b || from === undefined || to === undefined) return 0;
    const way = travel.between(a, b);
    return isBlockingWay({ city: from }, { city: to }, way) ? unitsOf(scale, way.minutes) : 0;
  })));
}

export const roomIdOf = ({ rooms }: PlanTables, room: number): RoomId => rooms[room]!.id;
export const sessionIdOf = ({ sessions }: PlanTables, session: number): SessionId => sessions[session]!.id;
