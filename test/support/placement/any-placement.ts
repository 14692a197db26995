import fc from 'fast-check';
import type { CityId, RoomId, SessionId, SpeakerId, TrackId, UplinkId, VenueId } from '../../../src/contract/ids.js';
import type { Window } from '../../../src/rules/availability.js';
import {
  travelKey, type Audience, type Placement, type PlacementAppearance, type PlacementCity, type PlacementRoom, type PlacementSession, type PlacementSlot,
  type PlacementSpeaker, type PlacementVenue, type PlacementWorld,
} from '../../../src/rules/placement/world.js';

/**
 * Small conferences in which every rule is broken often: few rooms, few people, much at once, on days when a clock changes
 * somewhere among them, with all that is optional there and not there.
 */
export interface AnyPlacement {
  world: PlacementWorld;
  placement: Placement;
}

const QUARTER = 15 * 60_000;
/** Quarters of an hour in three days. */
const QUARTERS = 3 * 24 * 4;
const ZONES = ['Europe/Paris', 'America/New_York', 'Asia/Tehran', 'Australia/Lord_Howe', 'UTC'];
/** An ordinary day, and days on which Paris, New York or Lord Howe change their clocks. */
const FIRST_DAYS = ['2026-06-10', '2026-03-28', '2026-10-24', '2026-10-31', '2026-03-07', '2026-10-03', '2026-04-04'];
const VENUES = ['v0', 'v1', 'v2', 'v3'] as VenueId[];
const ROOMS = ['r0', 'r1', 'r2', 'r3', 'r4'] as RoomId[];
const SPEAKERS = ['ada', 'bob', 'cyd', 'dan'] as SpeakerId[];
const EQUIPMENT = ['projector', 'Booth', 'piano'];
const LANGUAGES = ['en', 'fa', 'pt-BR'];

export const anyPlacement: fc.Arbitrary<AnyPlacement> = fc.constantFrom(...FIRST_DAYS).chain((startsOn) => {
  const from = Date.parse(`${startsOn}T00:00Z`);
  return fc.record({ world: anyWorld(startsOn, from), slots: fc.array(fc.option(anySlot(from), { freq: 8 }), { minLength: 14, maxLength: 14 }) }).map(({ world, slots }) => ({
    world, placement: new Map([...world.sessions.keys()].flatMap((id, index) => (slots[index] == null ? [] : [[id, slots[index]]]))),
  }));
});

/** A slot of the days that begin at `from`: on a quarter of an hour or some minutes off it, short or over midnight. */
export function anySlot(from: number): fc.Arbitrary<PlacementSlot> {
  return fc.record({
    roomId: fc.constantFrom(...ROOMS), start: fc.integer({ min: 0, max: QUARTERS }), off: fc.constantFrom(0, 0, 0, 7),
    quarters: fc.oneof({ weight: 8, arbitrary: fc.integer({ min: 1, max: 10 }) }, { weight: 1, arbitrary: fc.integer({ min: 20, max: 60 }) }),
    anchor: fc.constantFrom('fixed', 'floating'), cancelled: rarely, waived: rarely,
  }).map(({ roomId, start, off, quarters, anchor, cancelled, waived }) => {
    const startsAt = from + start * QUARTER + off * 60_000;
    return { roomId, startsAt, endsAt: startsAt + quarters * QUARTER, anchor, cancelled, waived };
  });
}

const rarely = fc.integer({ min: 0, max: 9 }).map((number) => number === 0);

function anyWorld(startsOn: string, from: number): fc.Arbitrary<PlacementWorld> {
  return fc.record({
    cities: fc.tuple(anyCity('c0', 48.86, 2.35), anyCity('c1', 48.9, 2.6), anyCity('c2', 40.71, -74.01)),
    venues: fc.tuple(...VENUES.map((id, index) => anyVenue(id, `c${index % 3}` as CityId, from))),
    rooms: fc.tuple(...ROOMS.map((id, index) => anyRoom(id, VENUES[index % 4]!, from))),
    speakers: fc.tuple(...SPEAKERS.map((id) => anySpeaker(id, from))),
    sessions: fc.tuple(...Array.from({ length: 14 }, (_, index) => anySession(`session-${index < 10 ? '0' : ''}${index}` as SessionId))),
    audiences: fc.array(anyAudience, { maxLength: 5 }),
    travel: fc.array(fc.tuple(fc.constantFrom(...VENUES), fc.constantFrom(...VENUES), fc.integer({ min: 0, max: 600 })), { maxLength: 2 }),
    languages: fc.subarray(LANGUAGES),
    satelliteMarginMinutes: fc.constantFrom(0, 10),
  }).map(({ cities, venues, rooms, speakers, sessions, travel, ...rest }) => ({
    ...rest, zone: 'UTC', startsOn, endsOn: new Date(from + 2 * 86_400_000).toISOString().slice(0, 10), gridMinutes: 30,
    cities: byId(cities), venues: byId(venues), rooms: byId(rooms), speakers: byId(speakers), sessions: byId(sessions),
    travelMinutes: new Map(travel.map(([a, b, minutes]) => [travelKey(a, b), minutes])),
  }));
}

const anyCity = (id: string, latitude: number, longitude: number): fc.Arbitrary<PlacementCity> =>
  fc.record({ zone: fc.constantFrom(...ZONES), known: fc.integer({ min: 0, max: 4 }) }).map(({ zone, known }) => ({
    id: id as CityId, zone, latitude: known === 0 ? null : latitude, longitude: known === 0 ? null : longitude,
  }));

const anyVenue = (id: VenueId, cityId: CityId, from: number): fc.Arbitrary<PlacementVenue> =>
  fc.record({
    id: fc.constant(id), cityId: fc.constant(cityId), uplinks: fc.integer({ min: 0, max: 2 }),
    satelliteWindows: fc.array(fc.tuple(anyWindow(from), fc.constantFrom('sat-a', 'sat-b')), { maxLength: 4 })
      .map((windows) => windows.map(([window, uplinkId]) => ({ ...window, uplinkId: uplinkId as UplinkId }))),
  });

const anyRoom = (id: RoomId, venueId: VenueId, from: number): fc.Arbitrary<PlacementRoom> =>
  fc.record({
    id: fc.constant(id), venueId: fc.constant(venueId), capacity: fc.option(fc.integer({ min: 10, max: 100 })), equipment: fc.subarray(EQUIPMENT),
    changeoverMinutes: fc.constantFrom(0, 10, 30), shared: rarely, open: anyWindows(from),
  });

const anySpeaker = (id: SpeakerId, from: number): fc.Arbitrary<PlacementSpeaker> =>
  fc.record({ id: fc.constant(id), zone: fc.option(fc.constantFrom(...ZONES)), available: anyWindows(from) });

const anySession = (id: SessionId): fc.Arbitrary<PlacementSession> =>
  fc.record({
    id: fc.constant(id), kind: fc.constantFrom('talk', 'talk', 'break'), language: fc.option(fc.constantFrom('en', 'fa', 'pt', 'de')),
    trackId: fc.option(fc.constantFrom('t0', 't1') as fc.Arbitrary<TrackId>), minutes: fc.constantFrom(30, 60), sentBy: fc.constantFrom(null, 'internet', 'satellite'),
    needsEquipment: fc.subarray(['Projector', 'booth', 'hall']), expectedPeople: fc.option(fc.integer({ min: 0, max: 120 })),
    appearances: fc.array(anyAppearance, { maxLength: 3 }),
  });

const anyAppearance: fc.Arbitrary<PlacementAppearance> = fc.record({
  speakerId: fc.constantFrom(...SPEAKERS), role: fc.constantFrom('speaker', 'moderator', 'interpreter'), mode: fc.constantFrom('on-site', 'on-site', 'remote'),
  interpretsInto: fc.constantFrom(null, 'en', 'fa'),
});

const anyAudience: fc.Arbitrary<Audience> = fc.record({
  zone: fc.constantFrom(...ZONES), cityId: fc.constantFrom(null, 'c0' as CityId, 'c1' as CityId), people: fc.integer({ min: 1, max: 500 }),
});

/** Long ones that often abut or overlap; or none at all; or, as null, always. */
const anyWindows = (from: number): fc.Arbitrary<Window[] | null> => fc.option(fc.array(anyWindow(from), { maxLength: 4 }), { freq: 3 });

const anyWindow = (from: number): fc.Arbitrary<Window> =>
  fc.record({ sixth: fc.integer({ min: 0, max: 17 }), sixths: fc.integer({ min: 1, max: 6 }) }).map(({ sixth, sixths }) => ({
    startsAt: from + sixth * 16 * QUARTER, endsAt: from + (sixth + sixths) * 16 * QUARTER,
  }));

const byId = <T extends { readonly id: string }>(all: readonly T[]): Map<T['id'], T> => new Map(all.map((one) => [one.id, one]));
