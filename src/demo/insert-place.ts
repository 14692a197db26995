import type { EntityManager } from 'typeorm';
import { CityEntity } from '../conferences/city.entity.js';
import { RoomEntity } from '../conferences/room.entity.js';
import { TrackEntity } from '../conferences/track.entity.js';
import { UplinkBookingEntity } from '../conferences/uplink-booking.entity.js';
import { UplinkEntity } from '../conferences/uplink.entity.js';
import { VenueTravelEntity } from '../conferences/venue-travel.entity.js';
import { VenueEntity } from '../conferences/venue.entity.js';
import type { ConferenceId, UplinkBookingId, UplinkId, VenueId } from '../contract/ids.js';
import { newId } from '../platform/new-id.js';
import type { DemoIds } from './demo-ids.js';
import { insertRows } from './insert-rows.js';
import { changeoverOf } from './placed-session.js';
import type { SatelliteWindow } from './satellite-windows.js';
import { TRACKS } from './tracks.js';
import type { DemoCity, DemoRoom } from './world.js';

/** Writes cities, venues with their uplinks and booked windows, rooms and tracks. */
export async function insertPlace(
  tx: EntityManager, conferenceId: ConferenceId, ids: DemoIds, cities: readonly DemoCity[], windows: readonly SatelliteWindow[],
): Promise<void> {
  const venues = cities.flatMap((city) => city.venues.map((venue) => ({ city, venue })));
  const rooms = venues.flatMap(({ venue }) => venue.rooms.map((room) => ({ room, venue })));

  await insertRows(tx, CityEntity, cities.map((city, position) => {
    const { name, country, zone, latitude, longitude } = city;
    return { id: ids.city(city), conferenceId, name, country, zone, latitude, longitude, position };
  }));
  await insertRows(tx, VenueEntity, venues.map(({ city, venue }) => {
    const { name, address, accessNotes } = venue;
    const capacity = venue.rooms.reduce((sum, room) => sum + room.capacity, 0);
    return { id: ids.venue(venue), conferenceId, cityId: ids.city(city), name, address, accessNotes, capacity };
  }));
  await insertRows(tx, RoomEntity, rooms.map(({ room, venue }, position) => ({
    id: ids.room(room), conferenceId, venueId: ids.venue(venue), name: room.name, capacity: room.capacity, position,
    equipment: equipmentOf(room), changeoverMinutes: changeoverOf(room), openingHours: [{ on: null, opens: '08:00', closes: '22:00' }],
  })));
  await insertRows(tx, UplinkEntity, venues.flatMap(({ venue }) => {
    const venueId = ids.venue(venue);
    const internet = { id: newId<UplinkId>(), conferenceId, venueId, kind: 'internet' as const, name: 'Fibre' };
    if (!venue.satellite) return [internet];
    return [internet, { id: ids.satellite(venue), conferenceId, venueId, kind: 'satellite' as const, name: 'Satellite van' }];
  }));
  await insertRows(tx, UplinkBookingEntity, windows.map(({ venue, startsAt, endsAt }) => ({
    id: newId<UplinkBookingId>(), uplinkId: ids.satellite(venue), startsAt: new Date(startsAt), endsAt: new Date(endsAt),
  })));
  await insertRows(tx, TrackEntity, TRACKS.map(({ key, name, colour }, position) => ({ id: ids.track(key), conferenceId, name, colour, position })));
}

/** Minutes across a city on foot and by tram, where it has two venues: the organizers tried it. */
const ACROSS_TOWN = 25;

/** The ways between the venues of one city; those between cities are estimated. */
export async function insertTravel(tx: EntityManager, conferenceId: ConferenceId, ids: DemoIds, cities: readonly DemoCity[]): Promise<void> {
  await insertRows(tx, VenueTravelEntity, cities.flatMap(({ venues }) => venues.flatMap((venue, index) => venues.slice(index + 1).map((other) => {
    const [fromVenue, toVenue] = [ids.venue(venue), ids.venue(other)].sort() as [VenueId, VenueId];
    return { conferenceId, fromVenue, toVenue, minutes: ACROSS_TOWN };
  }))));
}

export function equipmentOf(room: DemoRoom): string[] {
  return room.capacity >= 150
    ? ['projector', 'cameras', 'hearing loop', 'interpreters’ booth', 'captions']
    : ['projector', 'camera', 'microphones'];
}
