import type { CityGroup } from './layout-day.js';

export interface Look {
  /** Epoch milliseconds. */
  instant: number;
  /** Null in an empty grid. */
  cityId: string | null;
  roomId: string | null;
}

/** What starts this much later is not in view when the present is. */
const IN_VIEW = 2 * 3_600_000;

/**
 * Where a day of the grid is opened: at the present with the first room where something is on; else at what starts
 * next; else, on other days, at the first session.
 */
export function whereToLook(groups: readonly CityGroup[], window: { from: number; to: number }, now: number): Look {
  const today = window.from <= now && now < window.to;
  const blocks = groups.flatMap((group) =>
    group.rows.flatMap((row) => row.blocks.map(({ start, end, entry }) => ({ cityId: group.city.id, roomId: row.place.room.id, start, end, held: entry.session.status !== 'cancelled' }))),
  );
  const on = blocks.find((block) => block.held && block.start <= now && now < block.end);
  if (today && on !== undefined) return { instant: now, cityId: on.cityId, roomId: on.roomId };
  const ahead = today ? blocks.filter((block) => block.start >= now) : blocks;
  const next = ahead.reduce<(typeof blocks)[number] | null>((soonest, block) => (soonest === null || block.start < soonest.start ? block : soonest), null);
  if (next === null) return { instant: today ? now : window.from, cityId: groups[0]?.city.id ?? null, roomId: null };
  return { instant: today && next.start - now < IN_VIEW ? now : next.start, cityId: next.cityId, roomId: next.roomId };
}
