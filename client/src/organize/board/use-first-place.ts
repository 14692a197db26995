import { type RefObject, useCallback } from 'react';
import { whereItFits } from '@rules/placement/fit/where-it-fits.js';
import type { PlacementIndex } from '@rules/placement/placement-index.js';
import { type BoardEntry, lengthOf, type PlacedAt } from './model/board-index.js';
import { snap } from './model/time-line.js';
import type { PlaneFrame } from './plane/plane-frame.js';
import { middleOf } from './reveal.js';

/** Where a session from the tray is held when it is picked up by hand: where it fits best, else in the middle of what is seen. */
export function useFirstPlace(box: RefObject<HTMLElement | null>, frame: PlaneFrame, rules: PlacementIndex): (entry: BoardEntry) => PlacedAt | null {
  return useCallback((entry) => {
    const best = whereItFits(rules, entry.session.id, { most: 1 }).fits[0]?.slot;
    if (best !== undefined && frame.layout.roomAt.has(best.roomId)) return { roomId: best.roomId, start: best.startsAt, end: best.endsAt };
    if (box.current === null) return null;
    const { instant, roomId } = middleOf(box.current, frame);
    if (roomId === null) return null;
    const start = snap(instant, rules.world.gridMinutes, rules.world.zone);
    return { roomId, start, end: start + lengthOf(entry) };
  }, [box, frame, rules]);
}
