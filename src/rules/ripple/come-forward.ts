import type { SessionId } from '../../contract/ids.js';
import type { RippleOptions } from '../../contract/live-day.js';
import { isOver, isRunning, MINUTE, type Day } from './day.js';
import type { GivenSlot } from './given-slots.js';
import { Precedence } from './precedence.js';

/**
 * Lets what is late because of what is changed begin earlier again: not before the last release has it, nor before now. It
 * reaches from session to session as long as each is late; what is on time ends the chain.
 */
export function comeForward(day: Day, given: ReadonlyMap<SessionId, GivenSlot>, { gridMinutes }: RippleOptions): ReadonlyMap<SessionId, GivenSlot> {
  const order = new Precedence(day, given);
  const all = new Map(given);
  const grid = gridMinutes * MINUTE;
  const soonest = Math.ceil(day.now / grid) * grid;
  const reached = [...given.keys()];
  for (let id = reached.pop(); id !== undefined; id = reached.pop()) {
    for (const { id: next } of order.after(id)) {
      const slot = day.published.get(next);
      const planned = day.planned.get(next);
      if (all.has(next) || slot === undefined || planned === undefined || slot.anchor === 'fixed' || planned.roomId !== slot.roomId) continue;
      if (planned.startsAt >= slot.startsAt || isOver(day, slot) || isRunning(day, slot)) continue;
      const startsAt = Math.min(slot.startsAt, Math.max(planned.startsAt, soonest));
      all.set(next, { ...slot, startsAt, endsAt: startsAt + (slot.endsAt - slot.startsAt), cancelReason: '', reorders: false });
      reached.push(next);
    }
  }
  return all;
}
