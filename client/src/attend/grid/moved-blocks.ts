import type { IndexedSession } from '../agenda-index.js';

/** Where a block stands, in pixels from the start of line and the top of the grid. */
export interface Spot {
  entry: IndexedSession;
  x: number;
  y: number;
}

export interface Slide {
  id: string;
  /** Pixels from the new place back to the old one. */
  dx: number;
  dy: number;
}

/**
 * The blocks to slide from one drawing of the grid to the next: those whose session was given another time or room.
 * What only makes way for others, or appears, does not slide.
 */
export function movedBlocks(before: ReadonlyMap<string, Spot>, after: ReadonlyMap<string, Spot>): Slide[] {
  const slides: Slide[] = [];
  for (const [id, spot] of after) {
    const held = before.get(id);
    if (held === undefined || held.entry === spot.entry) continue;
    const replaced = held.entry.start !== spot.entry.start || held.entry.room.id !== spot.entry.room.id;
    if (replaced && (held.x !== spot.x || held.y !== spot.y)) slides.push({ id, dx: held.x - spot.x, dy: held.y - spot.y });
  }
  return slides;
}
