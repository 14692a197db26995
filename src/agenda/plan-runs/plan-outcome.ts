import type { Board } from '../../contract/board.js';
import type { PlanOutcome } from '../../contract/plan-runs.js';
import type { PlanRequest, PlanResult } from '../../rules/plan/plan.js';

/** What a plan changes in the draft as the board had it: a session that stays where it is, is not in it. */
export function outcomeOf(board: Board, { movable, placement }: PlanRequest, { slots, unplaced, score }: PlanResult, cutShort: boolean): PlanOutcome {
  const set = board.sessions.flatMap(({ id, edit }): PlanOutcome['set'] => {
    if (!movable.has(id)) return [];
    const [was, is] = [placement.get(id), slots.get(id)];
    if (is === undefined) return was === undefined ? [] : [{ sessionId: id, expected: edit, to: null }];
    if (was?.roomId === is.roomId && was.startsAt === is.startsAt && was.endsAt === is.endsAt) return [];
    const to = { roomId: is.roomId, startsAt: new Date(is.startsAt).toISOString(), endsAt: new Date(is.endsAt).toISOString() };
    return [{ sessionId: id, expected: edit, to }];
  });
  return {
    set, score, cutShort,
    unplaced: unplaced.map(({ sessionId, reasons }) => ({ sessionId, reasons: [...reasons] })),
  };
}
