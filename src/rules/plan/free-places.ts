import type { PlanState } from './plan-state.js';

/** Each place on the grid that a session could have by itself: its room and its start, whatever else stands there. */
export function* placesOf(state: PlanState, session: number): Generator<{ room: number; start: number }> {
  const { scale, phase } = state.tables;
  for (const room of state.roomsOf(session)) {
    const starts = state.startsOf(session, room);
    for (let at = 0; at < starts.length; at += 2) {
      for (let start = starts[at]!; start <= starts[at + 1]!; start += 1) {
        if ((start - phase[room]!) % scale.grid === 0) yield { room, start };
      }
    }
  }
}

/**
 * Gives what is in the tray the cheapest of the places that are free. A search weighs a session without a place against what
 * its place would cost, and may have ended before the first outweighed a dear place: what is said to have none has none.
 */
export function placeWhatFits(state: PlanState): void {
  for (const session of [...state.tray.subarray(0, state.hard)].sort((a, b) => a - b)) {
    let best: { room: number; start: number; cost: number } | null = null;
    for (const { room, start } of placesOf(state, session)) {
      const cost = state.costs.alone(session, room, start);
      if ((best === null || cost < best.cost) && state.isFree(session, room, start)) best = { room, start, cost };
    }
    if (best !== null) state.put(session, best.room, best.start);
  }
}
