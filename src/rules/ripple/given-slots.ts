import type { RoomId, SessionId } from '../../contract/ids.js';
import type { DayChange } from '../../contract/live-day.js';
import type { Window } from '../availability.js';
import { changeSlot, swapSlots, type SlotChange } from '../live-change.js';
import type { PlacementSlot } from '../placement/world.js';
import { isOver, isRunning, type Day } from './day.js';

/** Where a change wants a session, before what follows from it. Its start is the earliest that it may have. */
export interface GivenSlot extends PlacementSlot {
  readonly cancelReason: string;
  /** It takes its place in the order by its new time (a move, a swap), not by its old one (a delay). */
  readonly reorders: boolean;
}

export interface GivenDay {
  readonly slots: ReadonlyMap<SessionId, GivenSlot>;
  readonly lost: ReadonlyMap<RoomId, readonly Window[]>;
}

/** A change that can't be: it names what is not published, leaves nothing of a session, or swaps one with itself. */
export interface UnfitChange {
  readonly index: number;
  readonly reason: 'not-published' | 'nothing-left' | 'same-session' | 'no-such-room' | 'ends-before-it-begins';
}

/** The changes one after another, each on what those before it left. */
export function giveSlots(day: Day, changes: readonly DayChange[]): GivenDay | UnfitChange {
  const slots = new Map<SessionId, GivenSlot>();
  const lost = new Map<RoomId, Window[]>();
  const held = (id: SessionId): GivenSlot | null => slots.get(id) ?? fromPublished(day, id);
  for (const [index, change] of changes.entries()) {
    if (change.change === 'room-lost') {
      const window = { startsAt: Date.parse(change.from), endsAt: Date.parse(change.until) };
      if (!day.world.rooms.has(change.roomId)) return { index, reason: 'no-such-room' };
      if (window.endsAt <= window.startsAt) return { index, reason: 'ends-before-it-begins' };
      lost.set(change.roomId, [...(lost.get(change.roomId) ?? []), window].sort((a, b) => a.startsAt - b.startsAt));
      for (const id of day.inRoom.get(change.roomId) ?? []) {
        const slot = held(id);
        if (slot === null || slot.cancelled || slot.startsAt >= window.endsAt || slot.endsAt <= window.startsAt || isOver(day, slot)) continue;
        // what runs is interrupted and goes on; what has not begun is moved by the ripple
        if (isRunning(day, slot)) slots.set(id, { ...slot, endsAt: slot.endsAt + window.endsAt - Math.max(window.startsAt, slot.startsAt) });
      }
      continue;
    }
    const slot = held(change.sessionId);
    if (slot === null) return { index, reason: 'not-published' };
    if (change.change === 'swap') {
      const other = held(change.withSessionId);
      if (other === null) return { index, reason: 'not-published' };
      if (change.sessionId === change.withSessionId) return { index, reason: 'same-session' };
      const [a, b] = swapSlots(slot, other);
      slots.set(change.sessionId, { ...a, reorders: true });
      slots.set(change.withSessionId, { ...b, reorders: true });
      continue;
    }
    if (change.change === 'move' && change.roomId !== undefined && !day.world.rooms.has(change.roomId)) return { index, reason: 'no-such-room' };
    const changed = changeSlot(slot, toSlotChange(change));
    if (changed === null) return { index, reason: 'nothing-left' };
    slots.set(change.sessionId, { ...changed, reorders: slot.reorders || change.change === 'move' });
  }
  return { slots, lost };
}

export const isUnfit = (given: GivenDay | UnfitChange): given is UnfitChange => 'reason' in given;

function fromPublished(day: Day, id: SessionId): GivenSlot | null {
  const slot = day.published.get(id);
  return slot === undefined ? null : { ...slot, cancelReason: '', reorders: false };
}

function toSlotChange(change: Exclude<DayChange, { change: 'swap' | 'room-lost' }>): SlotChange {
  if (change.change !== 'move') return change;
  return { change: 'move', roomId: change.roomId, startsAt: change.startsAt === undefined ? undefined : Date.parse(change.startsAt) };
}
