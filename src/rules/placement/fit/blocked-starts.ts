import type { FindingCode } from '../../finding.js';
import { MINUTE, type Placed } from '../placed.js';
import { roomOverlaps } from '../together/room-overlap.js';
import { speakerOverlaps } from '../together/speaker-overlap.js';
import { isBlockingWay, travelTimes } from '../together/travel-time.js';
import { uplinksOverbooked } from '../together/uplink-overbooked.js';
import { othersIn, type RoomAt, type Sought } from './sought.js';
import { touching, type StartGrid } from './start-grid.js';

/** The rules that rule a start out, each with its bit. What an organizer waived for another session is no place for this one. */
export const BITS = {
  'room-overlap': 1, 'speaker-overlap': 2, 'travel-time': 4, 'speaker-unavailable': 8, 'room-closed': 16,
  'outside-satellite-window': 32, 'uplink-overbooked': 64,
} as const satisfies Partial<Record<FindingCode, number>>;

/** What rules starts out in every room of a city: where the speakers are else, and when they cannot. */
export function blockedBySpeakers(sought: Sought, grid: StartGrid): Uint8Array {
  const mask = new Uint8Array(grid.count);
  const { available } = sought.index.prepared;
  for (const speaker of sought.cast.all) {
    for (const other of othersIn(sought, speakerOverlaps, speaker)) {
      const { from, to } = touching(other.startsAt, other.endsAt, sought.length);
      grid.mark(mask, BITS['speaker-overlap'], from, to);
    }
    const windows = available.get(speaker);
    if (windows !== undefined) grid.markOutside(mask, BITS['speaker-unavailable'], windows.map((window) => holding(window, sought.length)));
  }
  return mask;
}

/** What rules starts out in every room of a venue: too short a way from where the speakers are else, and no satellite. */
export function blockedAtVenue(sought: Sought, { venue, city }: RoomAt, grid: StartGrid, mask: Uint8Array): void {
  const { travel, satellite, world } = sought.index.prepared;
  for (const speaker of sought.cast.onSite) {
    for (const other of othersIn(sought, travelTimes, speaker)) {
      if (other.venue.id === venue.id) continue;
      const way = travel.between(other.venue.id, venue.id);
      if (!isBlockingWay(other, { city }, way)) continue;
      const needed = way.minutes * MINUTE;
      grid.mark(mask, BITS['travel-time'], other.endsAt, other.endsAt + needed - 1);
      grid.mark(mask, BITS['travel-time'], other.startsAt - sought.length - needed + 1, other.startsAt - sought.length);
    }
  }
  if (sought.session.sentBy !== 'satellite') return;
  const margin = world.satelliteMarginMinutes * MINUTE;
  const windows = (satellite.get(venue.id) ?? []).flat();
  grid.markOutside(mask, BITS['outside-satellite-window'], windows.map(({ startsAt, endsAt }) =>
    holding({ startsAt: startsAt + margin, endsAt: endsAt - margin }, sought.length)));
}

/** What rules starts out in one room: who is in it, when it is closed, and whose pictures its venue sends. */
export function blockedInRoom(sought: Sought, at: RoomAt, grid: StartGrid, mask: Uint8Array): void {
  const { room } = at;
  const changeover = room.changeoverMinutes * MINUTE;
  for (const other of othersIn(sought, roomOverlaps, room.id)) {
    const { from, to } = touching(other.startsAt - changeover, other.endsAt + changeover, sought.length);
    grid.mark(mask, BITS['room-overlap'], from, to);
  }
  const windows = sought.index.prepared.open.get(room.id);
  if (windows !== undefined) grid.markOutside(mask, BITS['room-closed'], windows.map((window) => holding(window, sought.length)));
  blockByUplinks(sought, at, grid, mask);
}

function blockByUplinks(sought: Sought, { room, venue }: RoomAt, grid: StartGrid, mask: Uint8Array): void {
  const { sentBy } = sought.session;
  if (sentBy === null) return;
  const sent = othersIn(sought, uplinksOverbooked, venue.id);
  block(sent, venue.uplinks);
  const booked = sought.index.prepared.satellite.get(venue.id)?.length ?? 0;
  if (sentBy === 'satellite' && booked > 0) block(sent.filter(({ session }) => session.sentBy === 'satellite'), booked);

  function block(others: readonly Placed[], most: number): void {
    if (most < 1) grid.mark(mask, BITS['uplink-overbooked'], grid.from, grid.startAt(grid.count));
    const moments = [...new Set(others.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt]))].sort((a, b) => a - b);
    for (const [index, moment] of moments.entries()) {
      const live = others.filter(({ startsAt, endsAt }) => startsAt <= moment && moment < endsAt);
      if (new Set([room.id, ...live.map((other) => other.room.id)]).size <= most) continue;
      const { from, to } = touching(moment, moments[index + 1] ?? moment, sought.length);
      grid.mark(mask, BITS['uplink-overbooked'], from, to);
    }
  }
}

/** The starts of a session of that length which lies wholly in the window. */
const holding = ({ startsAt, endsAt }: { startsAt: number; endsAt: number }, length: number): { from: number; to: number } => ({ from: startsAt, to: endsAt - length });
