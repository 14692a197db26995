import { castSessions } from './cast-sessions.js';
import { cityDays } from './city-day.js';
import { layOutBreaks, layOutDays } from './lay-out-days.js';
import { layOutProgramme } from './lay-out-programme.js';
import type { CastSession } from './placed-session.js';
import { seededRandom } from './random.js';
import { RoomCalendar } from './room-calendar.js';
import { oneSatelliteEach, satelliteWindows, type SatelliteWindow } from './satellite-windows.js';
import { TopicDecks } from './topic-decks.js';
import { traySessions, type TraySession } from './tray.js';
import type { World } from './world.js';

export interface Layout {
  /** By start. */
  sessions: CastSession[];
  windows: SatelliteWindow[];
  /** Accepted, and without a place yet. */
  tray: TraySession[];
}

/** Sessions in all, breaks included. */
const SESSIONS = 298;

/**
 * Lays a world's sessions out over yesterday, today and tomorrow as each city sees the moment `now` (epoch
 * milliseconds), between 8:30 and 21:30 by its own clock. Pure: the same moment and seed give the same conference.
 */
export function layOut(world: World, now: number, seed: number): Layout {
  const random = seededRandom(seed);
  const days = world.cities.flatMap((city) => cityDays(city, now));
  const decks = new TopicDecks(world.topics, random);
  const rooms = new RoomCalendar();
  const programme = layOutProgramme(days, decks, rooms, random);
  const first = [...programme, ...layOutBreaks(days, rooms)];
  const placed = [...first, ...layOutDays(days, first, SESSIONS - first.length, decks, rooms, random)];
  const sessions = castSessions(oneSatelliteEach(placed.sort((a, b) => a.startsAt - b.startsAt)), world.people, days, random);
  return { sessions, windows: satelliteWindows(sessions), tray: traySessions(world, sessions) };
}
