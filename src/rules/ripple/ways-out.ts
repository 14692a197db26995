import type { SessionId } from '../../contract/ids.js';
import type { DayChange, DayConflict, ProposalStep, RippleOptions } from '../../contract/live-day.js';
import type { PlacementSlot } from '../placement/world.js';
import { isOver, isRunning, MINUTE, type Day } from './day.js';
import { fittingRooms } from './rank-rooms.js';
import { dayAfter, type Asked, type Ripple } from './ripple.js';

export interface WayOut extends Asked {
  step: ProposalStep;
  /** How much is asked of people, beyond what moves: to be compared with others only. */
  cost: number;
}

/** Breaks are cut to this at most. */
const SHORTEST_BREAK_MINUTES = 5;
/** A session that would be left with less is not shortened. */
const SHORTEST_SESSION_MINUTES = 10;
const MOST_ROOMS = 3;
const MOST_SWAPS = 3;

/** What could be done about what blocks, one step each; whether it helps has to be tried. */
export function waysOut(day: Day, asked: Asked, result: Ripple): WayOut[] {
  const conflicts = result.conflicts.filter(({ severity }) => severity === 'blocking');
  const needed = new Map<SessionId, number>();
  for (const conflict of conflicts) {
    for (const id of chainTo(conflict, result)) needed.set(id, Math.max(needed.get(id) ?? 0, conflict.minutes));
  }
  const meanwhile = dayAfter(day, result.moves);
  const ways = [...needed].flatMap(([id, minutes]) => {
    const slot = meanwhile.published.get(id);
    if (slot === undefined || slot.cancelled || (isOver(day, slot) && !isGiven(asked, id))) return [];
    return forSession(day, meanwhile, asked, id, slot, roundUp(minutes, asked.options));
  });
  return [...cutBreaks(asked), ...ways];
}

function cutBreaks({ changes, options }: Asked): WayOut[] {
  const toMinutes = SHORTEST_BREAK_MINUTES;
  if (options.shortenBreaksTo !== null && options.shortenBreaksTo <= toMinutes) return [];
  return [{ changes, options: { ...options, shortenBreaksTo: toMinutes }, step: { step: 'cut-breaks', toMinutes }, cost: 1 }];
}

function forSession(day: Day, meanwhile: Day, { changes, options }: Asked, id: SessionId, slot: PlacementSlot, minutes: number): WayOut[] {
  const ways: WayOut[] = [];
  const add = (step: ProposalStep, more: readonly DayChange[], cost: number, without: (change: DayChange) => boolean = () => false): void => {
    ways.push({ changes: [...changes.filter((change) => !without(change)), ...more], options, step, cost });
  };
  const published = day.published.get(id);
  const isBreak = day.world.sessions.get(id)?.kind === 'break';
  const length = (slot.endsAt - slot.startsAt) / MINUTE;
  const overrun = changes.find((change) => change.change === 'extend' && change.sessionId === id && change.minutes > 0);
  if (overrun !== undefined) {
    const left = (overrun as { minutes: number }).minutes - minutes;
    const shorter: DayChange[] = left === 0 ? [] : [{ change: 'extend', sessionId: id, minutes: left }];
    // a session that must not overrun at all leaves nothing to be told but that it ends on time
    if (shorter.length > 0 || changes.length > 1) add({ step: 'hand-over-early', sessionId: id, minutes }, shorter, 3 + minutes / 5, (change) => change === overrun);
  } else if (!isBreak && length - minutes >= Math.max(SHORTEST_SESSION_MINUTES, length / 2)) {
    add({ step: 'shorten', sessionId: id, minutes }, [{ change: 'extend', sessionId: id, minutes: -minutes }], 2 + minutes / 5);
  }
  if (published === undefined || isGiven({ changes }, id)) return ways;
  if (!isBreak && !isRunning(day, published)) {
    for (const room of fittingRooms(meanwhile, id, published, MOST_ROOMS)) {
      const cost = 4 + { venue: 0, city: 4, elsewhere: 26 }[room.near] + (room.isSmaller ? 3 : 0) + (published.anchor === 'fixed' ? 6 : 0);
      add({ step: 'other-room', sessionId: id, roomId: room.roomId }, [{ change: 'move', sessionId: id, roomId: room.roomId }], cost);
    }
    for (const withSessionId of partnersFor(day, id, published)) {
      add({ step: 'swap', sessionId: id, withSessionId }, [{ change: 'swap', sessionId: id, withSessionId }], 6);
    }
  }
  if (published.anchor !== 'fixed') add({ step: 'cancel', sessionId: id }, [{ change: 'cancel', sessionId: id, reason: '' }], isBreak ? 10 : 40);
  return ways;
}

/** Later the same day in the same room, and no longer: what it could change places with. */
function partnersFor(day: Day, id: SessionId, slot: PlacementSlot): SessionId[] {
  const most = slot.endsAt - slot.startsAt;
  return (day.inRoom.get(slot.roomId) ?? [])
    .flatMap((other): [SessionId, PlacementSlot][] => {
      const held = day.published.get(other);
      const fits = held !== undefined && other !== id && !held.cancelled && held.anchor !== 'fixed' && slot.anchor !== 'fixed';
      return fits && held.startsAt > slot.startsAt && held.startsAt - slot.startsAt < 12 * 60 * MINUTE && held.endsAt - held.startsAt <= most ? [[other, held]] : [];
    })
    .sort(([, a], [, b]) => a.startsAt - b.startsAt)
    .slice(0, MOST_SWAPS)
    .map(([other]) => other);
}

/** From what is in the way back to what was changed, through what pushes what. */
function chainTo(conflict: DayConflict, { moves }: Ripple): SessionId[] {
  const chain: SessionId[] = [];
  const causes = new Map(moves.map(({ sessionId, cause }) => [sessionId, 'after' in cause ? cause.after : null]));
  for (let id: SessionId | null = conflict.sessionId, next = conflict.because; id !== null && !chain.includes(id); id = next, next = id === null ? null : (causes.get(id) ?? null)) {
    chain.push(id);
  }
  return chain;
}

const isGiven = ({ changes }: Pick<Asked, 'changes'>, id: SessionId): boolean =>
  changes.some((change) => 'sessionId' in change && (change.sessionId === id || (change.change === 'swap' && change.withSessionId === id)));

const roundUp = (minutes: number, { gridMinutes }: RippleOptions): number => Math.ceil(minutes / gridMinutes) * gridMinutes;
