import { useMemo, useRef } from 'react';
import type { BoardIndex } from './model/board-index.js';
import { type BoardLayout, layoutBoard } from './model/layout-board.js';
import { boardSpan } from './model/time-line.js';
import { BANDS, HEADS, type PlaneFrame, ZOOMS } from './plane/plane-frame.js';
import type { BoardSettings } from './use-board-settings.js';

/** Where all stands on the plane, as this organizer looks at it. What an edit does not touch stays the same object. */
export function useBoardFrame(index: BoardIndex, { axis, zoom, collapsed }: BoardSettings): PlaneFrame {
  const { board, places, byRoom } = index;
  const { startsOn, endsOn, zone } = board.conference;
  const placed = useMemo(() => {
    let start = Infinity;
    let end = -Infinity;
    for (const { at } of index.byId.values()) {
      if (at === null) continue;
      start = Math.min(start, at.start);
      end = Math.max(end, at.end);
    }
    return { start, end };
  }, [index.byId]);
  const span = useMemo(
    () => boardSpan(startsOn, endsOn, [zone, ...board.cities.map((city) => city.zone)], placed.start < placed.end ? [placed] : []),
    // by what it is: another edit rarely moves the first or the last session
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [startsOn, endsOn, zone, board.cities, placed.start, placed.end],
  );
  const before = useRef<{ axis: string; layout: BoardLayout } | null>(null);
  const layout = useMemo(() => {
    const held = before.current?.axis === axis ? before.current.layout : undefined;
    const made = layoutBoard(places, byRoom, collapsed, BANDS[axis], held);
    before.current = { axis, layout: made };
    return made;
  }, [places, byRoom, collapsed, axis]);
  const line = useMemo(() => ({ ...span, hour: ZOOMS[axis][zoom]! }), [span, axis, zoom]);
  return useMemo(() => ({ axis, line, layout, heads: HEADS[axis], sizes: BANDS[axis] }), [axis, line, layout]);
}
