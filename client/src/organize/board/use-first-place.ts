import { type RefObject, useCallback } from 'react';
import type { CityId } from '@contract/ids.js';
import { whereItFits } from '@rules/placement/fit/where-it-fits.js';
import type { PlacementIndex } from '@rules/placement/placement-index.js';
import { type BoardEntry, lengthOf, type PlacedAt } from './model/board-index.js';
import { snap } from './model/time-line.js';
import type { PlaneFrame } from './plane/plane-frame.js';
import { middleOf } from './reveal.js';

/** Where a session from the tray is held when it is picked up by hand: where it fits best, else in the middle of what is seen. */
export function useFirstPlace(box: RefObject<HTMLElement | null>, frame: PlaneFrame, rules: PlacementIndex, own: readonly CityId[] | null): (entry: BoardEntry) => PlacedAt | null {
  return useCallback((entry) => {
    const asked = own === null ? [{}] : own.map((cityId) => ({ cityId }));
    const best = asked.flatMap((where) => whereItFits(rules, entry.session.id, { ...where, most: 1 }).fits)[0]?.slot;
    if (best !== undefined && frame.layout.roomAt.has(best.roomId)) return { roomId: best.roomId, start: best.startsAt, end: best.endsAt };
    if (box.current === null) return null;
    const middle = middleOf(box.current, frame);
    const { instant } = middle;
    const isOwn = (cityId: CityId): boolean => own === null || own.includes(cityId);
    const roomId = frame.layout.rooms.find(({ place }) => place.room.id === middle.roomId && isOwn(place.city.id))?.place.room.id
      ?? frame.layout.rooms.find(({ place }) => isOwn(place.city.id))?.place.room.id ?? null;
    if (roomId === null) return null;
    const start = snap(instant, rules.world.gridMinutes, rules.world.zone);
    return { roomId, start, end: start + lengthOf(entry) };
  }, [box, frame, rules, own]);
}
