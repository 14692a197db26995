import type { CityId, RoomId, SessionId, SpeakerId, TrackId, UplinkId, VenueId } from '../../../src/contract/ids.js';
import { seededRandom } from '../../../src/demo/random.js';
import type { PlacementSession, PlacementSlot } from '../../../src/rules/placement/world.js';
import type { AnyPlacement } from './any-placement.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const FIRST_DAY = Date.UTC(2026, 5, 10);
const ZONES = [
  'Europe/Paris', 'Europe/Berlin', 'Europe/London', 'Europe/Athens', 'Africa/Cairo', 'Africa/Lagos', 'Africa/Nairobi', 'Asia/Tehran', 'Asia/Kolkata', 'Asia/Dhaka',
  'Asia/Bangkok', 'Asia/Manila', 'Asia/Tokyo', 'Australia/Sydney', 'Pacific/Auckland', 'America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles',
  'America/Sao_Paulo', 'America/Bogota', 'America/Mexico_City',
];

/** The largest conference that the design speaks of: 100 cities, 500 rooms, 5,000 speakers, 5,000 sessions in three days. The same each time. */
export function aLargePlacement(sessions = 5_000): AnyPlacement {
  const random = seededRandom(1);
  const below = (most: number): number => Math.floor(random.next() * most);
  const cities = numbered(100, (n) => ({ id: `city-${n}` as CityId, zone: ZONES[n % ZONES.length]!, latitude: below(120) - 60, longitude: below(360) - 180 }));
  const venues = numbered(200, (n) => ({
    id: `venue-${n}` as VenueId, cityId: cities[n % 100]!.id, uplinks: 2,
    satelliteWindows: [0, 24, 48].map((hours) => ({ uplinkId: `satellite-${n}` as UplinkId, startsAt: FIRST_DAY + (hours + 9) * HOUR, endsAt: FIRST_DAY + (hours + 17) * HOUR })),
  }));
  const rooms = numbered(500, (n) => ({
    id: `room-${n}` as RoomId, venueId: venues[n % 200]!.id, capacity: 40 + below(400), equipment: ['projector', 'microphones'], changeoverMinutes: 10, shared: false,
    open: [0, 24, 48].map((hours) => ({ startsAt: FIRST_DAY + (hours + 7) * HOUR, endsAt: FIRST_DAY + (hours + 20) * HOUR })),
  }));
  const speakers = numbered(5_000, (n) => ({
    id: `speaker-${n}` as SpeakerId, zone: ZONES[n % ZONES.length]!, available: n % 3 === 0 ? [{ startsAt: FIRST_DAY, endsAt: FIRST_DAY + 60 * HOUR }] : null,
  }));
  const all = numbered(sessions, (n): PlacementSession => ({
    id: `session-${String(n).padStart(5, '0')}` as SessionId, kind: 'talk', language: n % 4 === 0 ? 'fr' : 'en', trackId: `track-${n % 20}` as TrackId, minutes: 45,
    sentBy: n % 10 === 0 ? 'satellite' : n % 10 < 4 ? 'internet' : null, needsEquipment: n % 7 === 0 ? ['piano'] : ['projector'], expectedPeople: below(200),
    appearances: numbered(1 + below(3), (place) => ({
      speakerId: speakers[below(5_000)]!.id, role: place === 2 ? 'interpreter' : 'speaker', mode: below(4) === 0 ? 'remote' : 'on-site', interpretsInto: place === 2 ? 'fr' : null,
    })),
  }));
  // ten slots a room, one in twenty of them a little late: some hundreds of overlaps
  const slots = all.map(({ id }, n): [SessionId, PlacementSlot] => {
    const turn = Math.floor(n / 500);
    const startsAt = FIRST_DAY + (Math.floor(turn / 4) * 24 + 8 + (turn % 4) * 3) * HOUR + below(12) * 5 * MINUTE + (below(20) === 0 ? 2 * HOUR : 0);
    return [id, { roomId: rooms[n % 500]!.id, startsAt, endsAt: startsAt + (30 + below(7) * 10) * MINUTE, anchor: 'floating', cancelled: below(50) === 0, waived: false }];
  });
  return {
    world: {
      zone: 'UTC', startsOn: '2026-06-10', endsOn: '2026-06-12', languages: ['en', 'fr'], gridMinutes: 5, satelliteMarginMinutes: 10,
      cities: byId(cities), venues: byId(venues), rooms: byId(rooms), speakers: byId(speakers), sessions: byId(all),
      audiences: [...cities.map(({ id, zone }) => ({ zone, cityId: id, people: 500 })), ...ZONES.map((zone) => ({ zone, cityId: null, people: 2_000 }))],
      travelMinutes: new Map(),
    },
    placement: new Map(slots),
  };
}

const numbered = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n));

const byId = <T extends { readonly id: string }>(all: readonly T[]): Map<T['id'], T> => new Map(all.map((one) => [one.id, one]));
