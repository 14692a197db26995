import type { SessionId } from '../../contract/ids.js';
import type { ConflictCode, DayConflict } from '../../contract/live-day.js';
import { isWithin, mergeWindows, type Window } from '../availability.js';
import type { PlacementSlot } from '../placement/world.js';
import { isOver, MINUTE, speakersOf, venueOf, type Day } from './day.js';

export type Limit = Omit<DayConflict, 'because'>;

/**
 * What keeps a session from being in this slot, by itself: its anchor, its satellite windows, the room's and the speakers'
 * hours. `home` is the one window that it may be in, where that is settled.
 */
export function findLimits(day: Day, sessionId: SessionId, slot: PlacementSlot, home: Window | null = null): Limit[] {
  const published = day.published.get(sessionId);
  if (published === undefined) return [];
  const limits: Limit[] = [];
  const add = (code: ConflictCode, severity: Limit['severity'], milliseconds: number): void => {
    limits.push({ code, severity, sessionId, minutes: Math.ceil(milliseconds / MINUTE) });
  };
  const shift = Math.abs(slot.startsAt - published.startsAt);
  if (published.anchor === 'fixed' && shift > 0) add('fixed-anchor', 'blocking', shift);
  if (slot.cancelled) return limits;
  // one that is pushed to later than now was not held yet, whatever the plan says
  if (isOver(day, published) && !published.cancelled && shift > 0 && slot.startsAt < day.now) add('already-over', 'blocking', shift);
  const outside = outsideSatellite(day, sessionId, published, slot, home);
  if (outside > 0) add('satellite-window', 'blocking', outside);
  const open = day.world.rooms.get(slot.roomId)?.open ?? null;
  const wasOpen = slot.roomId !== published.roomId || open === null || isWithin([...open], published);
  if (open !== null && wasOpen && !isWithin([...open], slot)) add('room-closed', 'warning', beyond(open, slot));
  for (const speaker of speakersOf(day.world, sessionId)) {
    const available = day.world.speakers.get(speaker)?.available ?? null;
    if (available === null || !isWithin([...available], published) || isWithin([...available], slot)) continue;
    add('speaker-unavailable', 'warning', beyond(available, slot));
  }
  return limits;
}

/**
 * The booked window, its margins cut off, that a session sent by satellite stays in when it is pushed: the one where it is
 * wanted, else the one where it was published. Null where it is in none, or needs none.
 */
export function homeWindow(day: Day, sessionId: SessionId, wanted: PlacementSlot): Window | null {
  if (day.world.sessions.get(sessionId)?.sentBy !== 'satellite') return null;
  const published = day.published.get(sessionId);
  const windows = usable(day, wanted);
  const holding = (slot: PlacementSlot): Window | undefined => windows.find((window) => isWithin([window], slot));
  return holding(wanted) ?? (published === undefined || !sameVenue(day, published, wanted) ? undefined : holding(published)) ?? null;
}

/** Milliseconds by which the slot leaves its windows: 0 where it does not, or was published outside of them. */
function outsideSatellite(day: Day, sessionId: SessionId, published: PlacementSlot, slot: PlacementSlot, home: Window | null): number {
  if (day.world.sessions.get(sessionId)?.sentBy !== 'satellite') return 0;
  const windows = home === null ? usable(day, slot) : [home];
  if (windows.some((window) => isWithin([window], slot))) return 0;
  const wasOutside = !usable(day, published).some((window) => isWithin([window], published));
  return wasOutside && sameVenue(day, published, slot) ? 0 : beyond(windows, slot);
}

const sameVenue = (day: Day, a: PlacementSlot, b: PlacementSlot): boolean => venueOf(day.world, a) === venueOf(day.world, b);

/** What is booked at the slot's venue, margins cut off; windows of one uplink that meet are one. */
function usable(day: Day, slot: PlacementSlot): Window[] {
  const venue = venueOf(day.world, slot);
  const margin = day.world.satelliteMarginMinutes * MINUTE;
  const booked = (venue === null ? undefined : day.world.venues.get(venue)?.satelliteWindows) ?? [];
  return [...new Set(booked.map(({ uplinkId }) => uplinkId))]
    .flatMap((uplink) => mergeWindows(booked.filter(({ uplinkId }) => uplinkId === uplink).map(({ startsAt, endsAt }) => ({ startsAt, endsAt }))))
    .map(({ startsAt, endsAt }) => ({ startsAt: startsAt + margin, endsAt: endsAt - margin }));
}

/** How much of the slot lies outside of the window that holds most of it. */
function beyond(windows: readonly Window[], slot: Window): number {
  const lacks = windows.map((window) => Math.max(0, window.startsAt - slot.startsAt) + Math.max(0, slot.endsAt - window.endsAt));
  return Math.min(slot.endsAt - slot.startsAt, ...lacks);
}
