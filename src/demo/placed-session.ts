import type { Appearance, SessionKind } from '../contract/agenda.js';
import { USUAL_MINUTES } from '../rules/usual-minutes.js';
import type { DemoCity, DemoLanguage, DemoPerson, DemoRoom, DemoTopic, DemoVenue } from './world.js';

export interface RoomAt {
  city: DemoCity;
  venue: DemoVenue;
  room: DemoRoom;
}

/** A session with its room and time. Instants are epoch milliseconds. */
export interface PlacedSession {
  kind: SessionKind;
  language: DemoLanguage;
  /** What it is about; null in a break. */
  topic: DemoTopic | null;
  at: RoomAt;
  startsAt: number;
  endsAt: number;
  /** Part of the chain that is handed from city to city: its time is fixed. */
  programme: boolean;
  bySatellite: boolean;
}

export interface Cast {
  person: DemoPerson;
  role: Appearance['role'];
  mode: Appearance['mode'];
}

export type CastSession = PlacedSession & { cast: readonly Cast[] };

/** How long sessions last, in minutes. */
export const LENGTHS = USUAL_MINUTES;

/** Large rooms need longer between two sessions. Minutes. */
export const changeoverOf = (room: DemoRoom): number => (room.capacity >= 150 ? 10 : 5);

export const roomsOf = (city: DemoCity): RoomAt[] => city.venues.flatMap((venue) => venue.rooms.map((room) => ({ city, venue, room })));
