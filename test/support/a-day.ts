import type { CityId, RoomId, SessionId, SpeakerId, UplinkId, VenueId } from '../../src/contract/ids.js';
import {
  travelKey, type PlacementAppearance, type PlacementRoom, type PlacementSession, type PlacementSlot, type PlacementVenue, type PlacementWorld,
} from '../../src/rules/placement/world.js';
import { openDay, type Day } from '../../src/rules/ripple/day.js';

export const at = (minutes: number): number => Date.UTC(2026, 10, 24, 9) + minutes * 60_000;
/** Minutes after the day's beginning, nine o'clock UTC. */
export const minutesOf = (instant: number): number => (instant - at(0)) / 60_000;
export const instant = (minutes: number): string => new Date(at(minutes)).toISOString();

export interface DaySession {
  id: string;
  room: string;
  /** Minutes after the day's beginning. */
  from: number;
  minutes: number;
  fixed?: boolean;
  cancelled?: boolean;
  kind?: string;
  satellite?: boolean;
  speakers?: string[];
  remote?: boolean;
  expected?: number;
}

export interface DayPlan {
  /** Rooms by name. The venue is what stands before the slash: `lyon/hall`. Each venue is its own city. */
  rooms: Record<string, { changeover?: number; shared?: boolean; closes?: number; capacity?: number }>;
  sessions: DaySession[];
  /** Booked satellite windows by venue, in minutes. */
  windows?: Record<string, [number, number][]>;
  margin?: number;
  /** On the way between any two venues. */
  travel?: number;
  now?: number;
  /** Where the last release had them, in minutes, where that is elsewhere. */
  planned?: Record<string, number>;
}

/** A day for the rules: everything by name, time in minutes. */
export function aDay(plan: DayPlan): Day {
  const rooms = Object.entries(plan.rooms).map(([name, { changeover = 0, shared = false, closes, capacity }]): PlacementRoom => ({
    id: name as RoomId, venueId: name.split('/')[0] as VenueId, capacity: capacity ?? null, equipment: [], changeoverMinutes: changeover, shared,
    open: closes === undefined ? null : [{ startsAt: at(-600), endsAt: at(closes) }],
  }));
  const venues = [...new Set(rooms.map(({ venueId }) => venueId))].map((id): PlacementVenue => ({
    id, cityId: id as unknown as CityId, uplinks: 1,
    satelliteWindows: (plan.windows?.[id] ?? []).map(([from, to]) => ({ uplinkId: `${id} dish` as UplinkId, startsAt: at(from), endsAt: at(to) })),
  }));
  const speakers = new Set(plan.sessions.flatMap((session) => session.speakers ?? []));
  const world: PlacementWorld = {
    zone: 'UTC', startsOn: '2026-11-24', endsOn: '2026-11-24', languages: ['en'], gridMinutes: 5, satelliteMarginMinutes: plan.margin ?? 0,
    cities: new Map(venues.map(({ cityId }) => [cityId, { id: cityId, zone: 'UTC', latitude: null, longitude: null }])),
    venues: new Map(venues.map((venue) => [venue.id, venue])),
    rooms: new Map(rooms.map((room) => [room.id, room])),
    speakers: new Map([...speakers].map((id) => [id as SpeakerId, { id: id as SpeakerId, zone: null, available: null }])),
    sessions: new Map(plan.sessions.map((session) => [session.id as SessionId, toSession(session)])),
    audiences: [], travelMinutes: waysBetween(venues, plan.travel ?? 0),
  };
  const published = new Map(plan.sessions.map((session) => [session.id as SessionId, toSlot(session)]));
  const planned = new Map([...published].map(([id, slot]): [SessionId, PlacementSlot] => {
    const from = plan.planned?.[id];
    return [id, from === undefined ? slot : { ...slot, startsAt: at(from), endsAt: at(from) + slot.endsAt - slot.startsAt }];
  }));
  return openDay({ world, published, planned, now: at(plan.now ?? -600) });
}

const waysBetween = (venues: readonly PlacementVenue[], minutes: number): Map<string, number> =>
  new Map(venues.flatMap((a) => venues.map((b): [string, number] => [travelKey(a.id, b.id), minutes])));

const toSlot = ({ room, from, minutes, fixed = false, cancelled = false }: DaySession): PlacementSlot => ({
  roomId: room as RoomId, startsAt: at(from), endsAt: at(from + minutes), anchor: fixed ? 'fixed' : 'floating', cancelled, waived: false,
});

const toSession = ({ id, kind = 'talk', minutes, satellite = false, speakers = [], remote = false, expected }: DaySession): PlacementSession => ({
  id: id as SessionId, kind, language: null, trackId: null, minutes, sentBy: satellite ? 'satellite' : null, needsEquipment: [],
  expectedPeople: expected ?? null,
  appearances: speakers.map((speaker): PlacementAppearance => ({ speakerId: speaker as SpeakerId, role: 'speaker', mode: remote ? 'remote' : 'on-site', interpretsInto: null })),
});
