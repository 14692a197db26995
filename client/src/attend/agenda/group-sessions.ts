import { DAY, wallClock } from '../../app/wall-clock.js';
import type { IndexedSession } from '../agenda-index.js';

/** A line of the list. `wall` is local time as `wallClock` gives it; to be shown as if it were UTC. */
export type ListItem =
  | { item: 'day'; key: string; day: number; wall: number }
  | { item: 'time'; key: string; day: number; wall: number; instant: number }
  | { item: 'session'; key: string; day: number; entry: IndexedSession };

/**
 * The sessions under headings of day and start, by local time in the zone that `zoneFor` gives for a city's. Where
 * that is one zone for all, this is the order of instants; else it is that of the clocks on each wall.
 */
export function groupSessions(sessions: readonly IndexedSession[], zoneFor: (cityZone: string) => string): ListItem[] {
  const placed = sessions.map((entry) => ({ entry, wall: wallClock(entry.start, zoneFor(entry.city.zone)) }));
  placed.sort((a, b) => a.wall - b.wall);
  const items: ListItem[] = [];
  let day = Number.NaN;
  let time = Number.NaN;
  for (const { entry, wall } of placed) {
    const ofDay = Math.floor(wall / DAY);
    if (ofDay !== day) items.push({ item: 'day', key: `day ${ofDay}`, day: ofDay, wall });
    if (wall !== time) items.push({ item: 'time', key: `time ${wall}`, day: ofDay, wall, instant: entry.start });
    items.push({ item: 'session', key: entry.session.id, day: ofDay, entry });
    day = ofDay;
    time = wall;
  }
  return items;
}

/** Where the present is in the list: at the heading above the first session that has not ended; null when all have. */
export function indexOfNow(items: readonly ListItem[], now: number): number | null {
  const first = items.findIndex((item) => item.item === 'session' && item.entry.end > now);
  if (first === -1) return null;
  for (let index = first; index >= 0; index -= 1) if (items[index]?.item === 'time') return index;
  return first;
}
