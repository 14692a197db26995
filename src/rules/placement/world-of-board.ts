import { Temporal } from 'temporal-polyfill';
import type { Board, BoardRoom, BoardSession, BoardSlot, OpeningHours } from '../../contract/board.js';
import type { VenueId } from '../../contract/ids.js';
import { mergeWindows, type Window } from '../availability.js';
import { datesAround } from '../zoned-day.js';
import { travelKey, type Placement, type PlacementRoom, type PlacementSession, type PlacementSlot, type PlacementVenue, type PlacementWorld } from './world.js';

/** The rules' world and placement of a board: the same for server, board and automatic schedule. */
export function worldOfBoard(board: Board): { world: PlacementWorld; placement: Placement } {
  const { conference } = board;
  const cityOfVenue = new Map(board.venues.map(({ id, cityId }) => [id, cityId]));
  const zoneOfCity = new Map(board.cities.map(({ id, zone }) => [id, zone]));
  const zoneOfVenue = (id: VenueId): string => zoneOfCity.get(cityOfVenue.get(id)!) ?? conference.zone;
  const dates = daysOf(board);
  return {
    world: {
      zone: conference.zone, startsOn: conference.startsOn, endsOn: conference.endsOn, languages: conference.languages,
      gridMinutes: conference.gridMinutes, satelliteMarginMinutes: board.satelliteMarginMinutes,
      cities: byId(board.cities),
      venues: byId(board.venues.map(({ id, cityId }) => venueOf(board, { id, cityId }))),
      rooms: byId(board.rooms.map((room) => roomOf(room, dates, zoneOfVenue(room.venueId)))),
      speakers: byId(board.speakers.map(({ id, zone, available }) => ({ id, zone, available: available?.map(toWindow) ?? null }))),
      sessions: byId(board.sessions.map(sessionOf)),
      audiences: board.audiences,
      travelMinutes: new Map(board.travel.map(({ from, to, minutes }) => [travelKey(from, to), minutes])),
    },
    placement: new Map(board.sessions.flatMap(({ id, slot }) => (slot === null ? [] : [[id, slotOf(slot)]]))),
  };
}

/** A slot of the board as the rules have it. */
export function slotOf({ roomId, startsAt, endsAt, anchor, cancelled, waiver }: BoardSlot): PlacementSlot {
  return { roomId, startsAt: Date.parse(startsAt), endsAt: Date.parse(endsAt), anchor, cancelled, waived: waiver !== null };
}

/**
 * When a room is open, as instants: its hours on those dates by the clock of its city, where a day that is named has its
 * own hours and no others. Null: always.
 */
export function openWindows(hours: readonly OpeningHours[], dates: readonly string[], zone: string): Window[] | null {
  if (hours.length === 0) return null;
  const everyDay = hours.filter(({ on }) => on === null);
  return mergeWindows(dates.flatMap((date) => {
    const named = hours.filter(({ on }) => on === date);
    return (named.length > 0 ? named : everyDay).flatMap(({ opens, closes }) => {
      if (opens === null || closes === null) return [];
      const nextDay = closes <= opens && closes !== '24:00';
      return [{ startsAt: instantAt(date, opens, zone), endsAt: instantAt(nextDay ? dayAfter(date) : date, closes, zone) }];
    });
  }));
}

const dayAfter = (date: string): string => Temporal.PlainDate.from(date).add({ days: 1 }).toString();

function instantAt(date: string, time: string, zone: string): number {
  if (time === '24:00') return instantAt(dayAfter(date), '00:00', zone);
  return Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone).epochMilliseconds;
}

/** The conference's days and those of its sessions, with a day more on each side: wherever a room is, all of its days are among them. */
function daysOf({ conference, sessions }: Board): string[] {
  const starts = sessions.flatMap(({ slot }) => slot?.startsAt.slice(0, 10) ?? []);
  const ends = sessions.flatMap(({ slot }) => slot?.endsAt.slice(0, 10) ?? []);
  const first = starts.reduce((a, b) => (a < b ? a : b), conference.startsOn);
  const last = ends.reduce((a, b) => (a > b ? a : b), conference.endsOn);
  return datesAround(first, last);
}

function venueOf({ uplinks, bookings }: Board, { id, cityId }: Pick<PlacementVenue, 'id' | 'cityId'>): PlacementVenue {
  const own = uplinks.filter(({ venueId }) => venueId === id);
  const satellites = new Set(own.filter(({ kind }) => kind === 'satellite').map((uplink) => uplink.id));
  const satelliteWindows = bookings.filter(({ uplinkId }) => satellites.has(uplinkId)).map((booking) => ({ uplinkId: booking.uplinkId, ...toWindow(booking) }));
  return { id, cityId, uplinks: own.length, satelliteWindows };
}

function roomOf(room: BoardRoom, dates: readonly string[], zone: string): PlacementRoom {
  const { id, venueId, capacity, equipment, changeoverMinutes, shared, openingHours } = room;
  return { id, venueId, capacity, equipment, changeoverMinutes, shared, open: openWindows(openingHours, dates, zone) };
}

function sessionOf(session: BoardSession): PlacementSession {
  const { id, kind, language, trackId, minutes, sentBy, needsEquipment, expectedPeople, appearances } = session;
  return { id, kind, language, trackId, minutes, sentBy, needsEquipment, expectedPeople, appearances };
}

const toWindow = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }): Window => ({ startsAt: Date.parse(startsAt), endsAt: Date.parse(endsAt) });

const byId = <T extends { readonly id: string }>(all: readonly T[]): Map<T['id'], T> => new Map(all.map((one) => [one.id, one]));
