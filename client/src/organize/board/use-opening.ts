import { type RefObject, useEffect, useRef } from 'react';
import type { BoardEntry, BoardIndex, PlacedAt } from './model/board-index.js';
import type { PlaneFrame } from './plane/plane-frame.js';
import { reveal, revealInstant } from './reveal.js';

const HOUR = 3_600_000;

/** Where the board is first looked at: at the chosen session, else where something comes next. */
export function useOpening(box: RefObject<HTMLElement | null>, frame: PlaneFrame, index: BoardIndex, chosen: BoardEntry | undefined, now: number): void {
  const opened = useRef(false);
  useEffect(() => {
    if (opened.current || box.current === null) return;
    opened.current = true;
    const first = chosen?.at ?? openingPlace(index.byId.values(), now);
    if (first === null) return revealInstant(box.current, frame, frame.line.from + 8 * HOUR, false);
    revealInstant(box.current, frame, first.start - HOUR / 2, false);
    reveal(box.current, frame, first);
  });
}

/** What comes next, or the first of all where everything is over. */
function openingPlace(entries: Iterable<BoardEntry>, now: number): PlacedAt | null {
  let next: PlacedAt | null = null;
  let first: PlacedAt | null = null;
  for (const { at } of entries) {
    if (at === null) continue;
    if (first === null || at.start < first.start) first = at;
    if (at.end > now && (next === null || at.start < next.start)) next = at;
  }
  return next ?? first;
}
