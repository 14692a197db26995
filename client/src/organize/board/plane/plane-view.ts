import type { ScrollView } from '../../../attend/grid/use-scroll-view.js';
import type { Axis, Heads } from './plane-frame.js';

/** What of the plane is worth drawing: pixels of time, and across time from the first city on. */
export interface PlaneView {
  from: number;
  to: number;
  first: number;
  last: number;
}

export function planeView(scroll: ScrollView, axis: Axis, heads: Heads): PlaneView {
  const time = axis === 'across' ? { from: scroll.start, to: scroll.end } : { from: scroll.top, to: scroll.bottom };
  const rooms = axis === 'across' ? { first: scroll.top, last: scroll.bottom } : { first: scroll.start, last: scroll.end };
  // the heads cover what they are as large as, at the start of each line
  return { from: time.from - heads.rooms, to: time.to - heads.rooms, first: rooms.first - heads.hours, last: rooms.last - heads.hours };
}

/** Pixels of scrolling after which something is drawn anew, and after which any one thing is. */
export const VIEW_STEP = 64;
const EACH_STEP = 256;

/**
 * The part of the line of time that the n-th of many rooms draws. Each is drawn anew at another moment of a scroll: a
 * few of them a frame, and never all in one.
 */
export function staggered({ from, to }: Pick<PlaneView, 'from' | 'to'>, n: number): { from: number; to: number } {
  const phase = (n * VIEW_STEP) % EACH_STEP;
  return { from: Math.floor((from - phase) / EACH_STEP) * EACH_STEP + phase, to: Math.ceil((to - phase) / EACH_STEP) * EACH_STEP + phase };
}

/** Those of a list in order that touch a stretch. */
export function between<T extends { at: number; size: number }>(bands: readonly T[], first: number, last: number): readonly T[] {
  return bands.filter(({ at, size }) => at + size > first && at < last);
}
