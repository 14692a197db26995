import type { PlacedAt } from '../model/board-index.js';
import { toPixels } from '../model/time-line.js';
import type { PlaneFrame } from '../plane/plane-frame.js';

/** A part of the plane. Pixels along time and across it, without the heads, in either order. */
export interface Area {
  time: readonly [number, number];
  across: readonly [number, number];
}

/** The sessions that a rectangle on the board touches, room by room. */
export function sessionsIn({ layout, line, sizes }: PlaneFrame, { time, across }: Area): string[] {
  const [from, to] = ordered(time);
  const [first, last] = ordered(across);
  return layout.rooms.flatMap(({ place, size, entries, laneOf }) => {
    const at = layout.roomAt.get(place.room.id) ?? 0;
    if (at > last || at + size < first) return [];
    return entries.flatMap(({ session, at: slot }) => {
      const lane = at + sizes.padding / 2 + (laneOf.get(session.id) ?? 0) * sizes.lane;
      const touched = slot !== null && toPixels(line, slot.start) < to && toPixels(line, slot.end) > from && lane < last && lane + sizes.lane > first;
      return touched ? [session.id] : [];
    });
  });
}

/** The sessions in the rectangle of which two places are opposite corners. */
export function sessionsBetween({ layout }: PlaneFrame, a: PlacedAt, b: PlacedAt): string[] {
  const rooms = layout.rooms.map(({ place }) => place.room.id as string);
  const [first, last] = ordered([rooms.indexOf(a.roomId), rooms.indexOf(b.roomId)]);
  const from = Math.min(a.start, b.start);
  const to = Math.max(a.end, b.end);
  return layout.rooms.slice(Math.max(0, first), last + 1).flatMap(({ entries }) => entries.flatMap(({ session, at }) => (at !== null && at.start < to && at.end > from ? [session.id as string] : [])));
}

const ordered = ([a, b]: readonly [number, number]): [number, number] => (a < b ? [a, b] : [b, a]);
