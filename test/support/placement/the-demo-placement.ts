import { newDemoIds } from '../../../src/demo/demo-ids.js';
import { equipmentOf } from '../../../src/demo/insert-place.js';
import { layOut } from '../../../src/demo/layout.js';
import { changeoverOf } from '../../../src/demo/placed-session.js';
import { DEMO_WORLD } from '../../../src/demo/world-of-the-demo.js';
import type { SessionId } from '../../../src/contract/ids.js';
import type { PlacementSlot } from '../../../src/rules/placement/world.js';
import type { AnyPlacement } from './any-placement.js';

const DAY = 86_400_000;

/** The demo conference as it is laid out at a moment, for the rules. Every room has the hours in which the demo plans. */
export function theDemoPlacement(now: number, seed: number): AnyPlacement & { titleOf: (id: SessionId) => string } {
  const { sessions, windows } = layOut(DEMO_WORLD, now, seed);
  const ids = newDemoIds(DEMO_WORLD, sessions);
  const venues = DEMO_WORLD.cities.flatMap((city) => city.venues.map((venue) => ({ city, venue })));
  const zoneOf = new Map(DEMO_WORLD.cities.map(({ name, zone }) => [name, zone]));
  const titles = new Map(sessions.map((session) => [ids.session(session), `${session.topic?.title ?? 'break'} in ${session.at.city.name}`]));
  return {
    titleOf: (id) => titles.get(id) ?? id,
    world: {
      zone: 'UTC', startsOn: new Date(now - DAY).toISOString().slice(0, 10), endsOn: new Date(now + DAY).toISOString().slice(0, 10),
      languages: ['en', 'fr', 'de', 'es', 'fa'], gridMinutes: 5, satelliteMarginMinutes: 5,
      cities: new Map(DEMO_WORLD.cities.map((city) => [ids.city(city), { id: ids.city(city), zone: city.zone, latitude: city.latitude, longitude: city.longitude }])),
      venues: new Map(venues.map(({ city, venue }) => [ids.venue(venue), {
        id: ids.venue(venue), cityId: ids.city(city), uplinks: venue.satellite ? 2 : 1,
        satelliteWindows: windows.filter((window) => window.venue === venue).map(({ startsAt, endsAt }) => ({ uplinkId: ids.satellite(venue), startsAt, endsAt })),
      }])),
      rooms: new Map(venues.flatMap(({ venue }) => venue.rooms.map((room) => [ids.room(room), {
        id: ids.room(room), venueId: ids.venue(venue), capacity: room.capacity, equipment: equipmentOf(room), changeoverMinutes: changeoverOf(room), shared: false, open: null,
      }]))),
      speakers: new Map(DEMO_WORLD.people.map((person) => [ids.speaker(person), { id: ids.speaker(person), zone: zoneOf.get(person.home) ?? null, available: null }])),
      sessions: new Map(sessions.map((session) => [ids.session(session), {
        id: ids.session(session), kind: session.kind, language: session.language, trackId: session.topic === null ? null : ids.track(session.topic.track),
        minutes: (session.endsAt - session.startsAt) / 60_000, sentBy: session.bySatellite ? 'satellite' : session.programme ? 'internet' : null,
        needsEquipment: [], expectedPeople: null,
        appearances: session.cast.map(({ person, role, mode }) => ({ speakerId: ids.speaker(person), role, mode, interpretsInto: null })),
      }])),
      audiences: DEMO_WORLD.cities.flatMap((city, n) => [{ zone: city.zone, cityId: ids.city(city), people: 60 + n }, { zone: city.zone, cityId: null, people: 200 + n }]),
      travelMinutes: new Map(),
    },
    placement: new Map(sessions.map((session): [SessionId, PlacementSlot] => [ids.session(session), {
      roomId: ids.room(session.at.room), startsAt: session.startsAt, endsAt: session.endsAt, anchor: session.programme ? 'fixed' : 'floating', cancelled: false, waived: false,
    }])),
  };
}
