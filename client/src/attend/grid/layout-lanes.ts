export interface Spanned {
  id: string;
  /** Epoch milliseconds. */
  start: number;
  end: number;
}

export interface Lanes {
  laneOf: ReadonlyMap<string, number>;
  /** At least 1, so that an empty room keeps its height. */
  count: number;
}

/**
 * Stacks what overlaps in one room (a shared room, a waived overlap) into lanes: no two of a lane overlap, and there
 * are no more lanes than things on at once. Spans are half-open: one may start where another ends.
 * `shortest` (milliseconds) is the length at which anything shorter is drawn, so that it covers nothing.
 */
export function layoutLanes(spans: readonly Spanned[], shortest = 0): Lanes {
  const byStart = [...spans].sort((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1));
  const freeFrom: number[] = [];
  const laneOf = new Map<string, number>();
  for (const span of byStart) {
    // Taking the first free lane in order of start is optimal: a lane is opened only when every other is busy.
    const free = freeFrom.findIndex((instant) => instant <= span.start);
    const lane = free === -1 ? freeFrom.length : free;
    freeFrom[lane] = Math.max(span.end, span.start + shortest);
    laneOf.set(span.id, lane);
  }
  return { laneOf, count: Math.max(1, freeFrom.length) };
}
