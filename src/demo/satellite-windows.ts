import { MINUTE } from './city-day.js';
import type { PlacedSession } from './placed-session.js';
import type { DemoVenue } from './world.js';

/** A booked window of a venue's satellite uplink. Instants are epoch milliseconds. */
export interface SatelliteWindow {
  venue: DemoVenue;
  startsAt: number;
  endsAt: number;
}

const MARGIN = 15 * MINUTE;
/** A pause too short to be worth giving the satellite back. */
const PAUSE = 30 * MINUTE;

/** The windows to book so that each session sent by satellite lies in one of them, margins included. They never overlap. */
export function satelliteWindows(sessions: readonly PlacedSession[]): SatelliteWindow[] {
  const windows: SatelliteWindow[] = [];
  for (const { at, startsAt, endsAt } of sessions.filter((session) => session.bySatellite).sort((a, b) => a.startsAt - b.startsAt)) {
    const last = windows.findLast((window) => window.venue === at.venue);
    if (last !== undefined && startsAt - MARGIN <= last.endsAt + PAUSE) last.endsAt = Math.max(last.endsAt, endsAt + MARGIN);
    else windows.push({ venue: at.venue, startsAt: startsAt - MARGIN, endsAt: endsAt + MARGIN });
  }
  return windows;
}

/** A venue has one satellite uplink, which carries one stage at a time: what comes while another is sent by it goes by internet alone. The programme goes first. */
export function oneSatelliteEach<S extends PlacedSession>(sessions: readonly S[]): S[] {
  const sent: S[] = [];
  for (const session of sessions.toSorted((a, b) => Number(b.programme) - Number(a.programme))) {
    const taken = sent.some(({ at, startsAt, endsAt }) => at.venue === session.at.venue && startsAt < session.endsAt && session.startsAt < endsAt);
    if (session.bySatellite && !taken) sent.push(session);
  }
  return sessions.map((session) => ({ ...session, bySatellite: sent.includes(session) }));
}
