import type { Revision } from '../../contract/changes.js';
import type { CityId, SessionId } from '../../contract/ids.js';
import type { DayMove, DaySlot, RipplePreview } from '../../contract/live-day.js';
import type { Placement, PlacementSlot } from '../placement/world.js';
import type { Day } from './day.js';
import type { UnfitChange } from './given-slots.js';
import { blocking, propose } from './propose.js';
import { ripple, type Asked, type RippleMove } from './ripple.js';
import { whoIsConcerned } from './who-is-concerned.js';

/** Who asks for a preview, and of which published revision. */
export interface Asker {
  revision: number;
  /** The cities whose sessions they may change; null: all. */
  mayMove: readonly CityId[] | null;
}

/** A change of the day worked out to its end: what moves, who is concerned, what is in the way and the ways out of it. */
export function previewOf(day: Day, asked: Asked, { revision, mayMove }: Asker): RipplePreview | UnfitChange {
  const result = ripple(day, asked.changes, asked.options);
  if ('reason' in result) return result;
  const concerned = whoIsConcerned(day.world, result.moves);
  const elsewhere = mayMove === null ? [] : concerned.cities.map(({ cityId }) => cityId).filter((cityId) => !mayMove.includes(cityId));
  return {
    revision, concerned, elsewhere,
    moves: result.moves.map(toDayMove),
    conflicts: [...result.conflicts],
    proposals: blocking(result) === 0 ? [] : propose(day, asked, result).map(({ steps, changes, options, moves, warnings }) => ({
      steps: [...steps], request: { changes: [...changes], options }, moves: moves.map(toDayMove), warnings: [...warnings],
    })),
    mayApply: elsewhere.length === 0,
  };
}

function toDayMove({ sessionId, from, to, cancelReason, cause }: RippleMove): DayMove {
  return { sessionId, before: toDaySlot(from), after: toDaySlot(to), cancelReason, cause };
}

export function toDaySlot({ roomId, startsAt, endsAt, cancelled }: PlacementSlot): DaySlot {
  return { roomId, startsAt: new Date(startsAt).toISOString(), endsAt: new Date(endsAt).toISOString(), cancelled };
}

/**
 * Where the last release had what live changes have moved since: the first of them says where it was.
 * @param since the live revisions after that release, ascending
 */
export function plannedBefore(published: Placement, since: readonly Pick<Revision, 'changes'>[]): Placement {
  const planned = new Map(published);
  const known = new Set<SessionId>();
  for (const change of since.flatMap(({ changes }) => changes)) {
    if (change.change !== 'session.moved' && change.change !== 'session.delayed' && change.change !== 'session.extended') continue;
    const slot = published.get(change.sessionId);
    if (slot === undefined || known.has(change.sessionId)) continue;
    known.add(change.sessionId);
    const { roomId, startsAt, endsAt } = change.from;
    planned.set(change.sessionId, { ...slot, roomId, startsAt: Date.parse(startsAt), endsAt: Date.parse(endsAt) });
  }
  return planned;
}
