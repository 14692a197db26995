import { isWithin } from '../../availability.js';
import type { FindingOf } from '../../finding.js';
import { nearestWindow } from '../nearest-window.js';
import { blockingFor, MINUTE, type Placed } from '../placed.js';
import type { PreparedWorld } from '../prepared-world.js';

/**
 * A session sent by satellite that is not, with the margin before and after it, inside one booked window of one of its
 * venue's uplinks. Two bookings of one uplink that abut are one window; bookings of two uplinks are not.
 */
export function outsideSatelliteWindow(placed: Placed, { satellite, world }: PreparedWorld): FindingOf<'outside-satellite-window'>[] {
  if (placed.session.sentBy !== 'satellite') return [];
  const uplinks = satellite.get(placed.venue.id) ?? [];
  const margin = world.satelliteMarginMinutes * MINUTE;
  const needed = { startsAt: placed.startsAt - margin, endsAt: placed.endsAt + margin };
  if (uplinks.some((windows) => isWithin(windows, needed))) return [];
  return [{
    code: 'outside-satellite-window', severity: blockingFor(placed), sessions: [placed.id],
    facts: { venue: placed.venue.id, marginMinutes: world.satelliteMarginMinutes, nearest: nearestWindow(uplinks.flat(), needed) },
  }];
}
