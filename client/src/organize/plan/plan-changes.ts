import type { Board, BoardSession } from '@contract/board.js';
import type { City } from '@contract/place.js';
import type { PlanOutcome } from '@contract/plan-runs.js';
import type { Finding } from '@rules/finding.js';
import { checkPlacement } from '@rules/placement/check-placement.js';
import { worldOfBoard } from '@rules/placement/world-of-board.js';
import { type BoardIndex, placedAt, type PlacedAt } from '../board/model/board-index.js';

/** A session that a plan gives a place. `from` null: it had none. */
export interface PlanChange {
  session: BoardSession;
  from: PlacedAt | null;
  to: PlacedAt;
}

export interface PlanChanges {
  /** By city in the conference's order, each by start. */
  cities: readonly { city: City; changes: readonly PlanChange[] }[];
  placed: number;
  moved: number;
  /** Those that lose their place. */
  takenOut: readonly BoardSession[];
  /** Those that somebody moved since the run began: with them it cannot be taken. */
  stale: readonly BoardSession[];
}

/** What a plan would do to the draft as it is shown. A session that is gone by now counts for nothing. */
export function changesOf({ byId, placeOf, board }: BoardIndex, outcome: PlanOutcome): PlanChanges {
  const byCity = new Map<string, PlanChange[]>(board.cities.map(({ id }) => [id, []]));
  const takenOut: BoardSession[] = [];
  const stale: BoardSession[] = [];
  let [placed, moved] = [0, 0];
  for (const { sessionId, expected, to } of outcome.set) {
    const session = byId.get(sessionId)?.session;
    if (session === undefined) continue;
    if (session.edit !== expected) stale.push(session);
    if (to === null) {
      takenOut.push(session);
      continue;
    }
    const from = placedAt(session.slot);
    if (from === null) placed += 1;
    else moved += 1;
    byCity.get(placeOf.get(to.roomId)?.city.id ?? '')?.push({ session, from, to: placedAt(to)! });
  }
  const ordered = [...board.cities].sort((a, b) => a.position - b.position || (a.name < b.name ? -1 : 1));
  const cities = ordered.flatMap((city) => {
    const changes = byCity.get(city.id) ?? [];
    changes.sort((a, b) => a.to.start - b.to.start || (a.session.title < b.session.title ? -1 : 1));
    return changes.length === 0 ? [] : [{ city, changes }];
  });
  return { cities, placed, moved, takenOut, stale };
}

/** What the rules warn of in the draft as it is, and as it would be with the plan in it. */
export function warningsOf(board: Board, outcome: PlanOutcome): { now: readonly Finding[]; then: readonly Finding[] } {
  const { world, placement } = worldOfBoard(board);
  const planned = new Map(placement);
  for (const { sessionId, to } of outcome.set) {
    if (to === null) planned.delete(sessionId);
    else planned.set(sessionId, { roomId: to.roomId, startsAt: Date.parse(to.startsAt), endsAt: Date.parse(to.endsAt), anchor: 'floating', cancelled: false, waived: false });
  }
  const warnings = (of: typeof placement): Finding[] => checkPlacement(world, of).filter(({ severity }) => severity === 'warning');
  return { now: warnings(placement), then: warnings(planned) };
}
