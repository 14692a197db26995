import { lackingIn } from '../placement/alone/equipment-missing.js';
import { whoHasNight } from '../placement/alone/unfriendly-hour.js';
import { NOWHERE, type PlanTables } from './plan-tables.js';
import { instantOf } from './timescale.js';

/** A seat too many costs so much less than one that is missing. */
const EMPTY_SEATS = 0.1;

/** What a session costs by itself, looked up: found out once for each room and each hour of a city. */
export class PlanCosts {
  private readonly fits: Float64Array;
  private readonly nights = new Map<number, Float64Array>();

  constructor(private readonly tables: PlanTables) {
    this.fits = new Float64Array(tables.sessions.length * tables.rooms.length).fill(NaN);
  }

  alone(session: number, room: number, start: number): number {
    return this.room(session, room) + this.hours(session, room, start) + this.change(session, room, start);
  }

  /** What the room costs, whatever the time. */
  private room(session: number, room: number): number {
    const at = session * this.tables.rooms.length + room;
    if (Number.isNaN(this.fits[at]!)) this.fits[at] = roomFit(this.tables, session, room) + equipment(this.tables, session, room);
    return this.fits[at]!;
  }

  hours(session: number, room: number, start: number): number {
    const key = session * this.tables.cities.length + this.tables.cityOf[room]!;
    let row = this.nights.get(key);
    if (row === undefined) this.nights.set(key, (row = new Float64Array(this.tables.scale.length).fill(NaN)));
    if (Number.isNaN(row[start]!)) {
      const { speakers, audience } = hours(this.tables, session, room, start);
      row[start] = speakers + audience;
    }
    return row[start]!;
  }

  change(session: number, room: number, start: number): number {
    const { announcedRoom, announcedStart, request } = this.tables;
    if (announcedRoom[session] === NOWHERE || (announcedRoom[session] === room && announcedStart[session] === start)) return 0;
    return request.weights.change;
  }
}

export function equipment({ sessions, rooms, request }: PlanTables, session: number, room: number): number {
  return request.weights.equipment * lackingIn(rooms[room]!, sessions[session]!.needsEquipment).length;
}

export function roomFit({ sessions, rooms, request }: PlanTables, session: number, room: number): number {
  const people = sessions[session]!.expectedPeople;
  const { capacity } = rooms[room]!;
  if (people === null || capacity === null || people === 0) return 0;
  return request.weights.roomFit * (people > capacity ? (people - capacity) / people : (EMPTY_SEATS * (capacity - people)) / capacity);
}

/** What the hour costs, for the speakers and for the audience. */
export function hours(tables: PlanTables, session: number, room: number, start: number): { speakers: number; audience: number } {
  const { request, prepared, scale, sessions, cities, cityOf, duration } = tables;
  const { world } = request;
  const it = sessions[session]!;
  const night = whoHasNight({
    session: it, cast: prepared.casts.get(it.id)!, city: world.cities.get(cities[cityOf[room]!]!)!,
    startsAt: instantOf(scale, start), endsAt: instantOf(scale, start + duration[session]!),
  }, prepared);
  const elsewhere = prepared.audience.people === 0 ? 0 : night.elsewhere / prepared.audience.people;
  return {
    speakers: request.weights.speakersHours * night.speakers.length,
    audience: request.weights.audienceHours * ((night.city === null ? 0 : 1) + elsewhere),
  };
}
