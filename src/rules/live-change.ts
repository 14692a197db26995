/** A slot as the rules of the live day see it. Instants are epoch milliseconds. */
export interface LiveSlot {
  roomId: string;
  startsAt: number;
  endsAt: number;
  cancelled: boolean;
  cancelReason: string;
}

/** A change of one slot during the day. `minutes` may be negative: earlier, or shorter. */
export type SlotChange =
  | { change: 'delay'; minutes: number }
  | { change: 'extend'; minutes: number }
  /** Keeps its length. What is not given stays. */
  | { change: 'move'; roomId?: string | undefined; startsAt?: number | undefined }
  | { change: 'cancel'; reason: string }
  | { change: 'reinstate' };

/** The slot after the change, or null where it would end before it starts. */
export function changeSlot<S extends LiveSlot>(slot: S, change: SlotChange): S | null {
  switch (change.change) {
    case 'delay':
      return { ...slot, startsAt: slot.startsAt + change.minutes * MINUTE, endsAt: slot.endsAt + change.minutes * MINUTE };
    case 'extend': {
      const endsAt = slot.endsAt + change.minutes * MINUTE;
      return endsAt > slot.startsAt ? { ...slot, endsAt } : null;
    }
    case 'move': {
      const startsAt = change.startsAt ?? slot.startsAt;
      return { ...slot, roomId: change.roomId ?? slot.roomId, startsAt, endsAt: startsAt + (slot.endsAt - slot.startsAt) };
    }
    case 'cancel':
      return { ...slot, cancelled: true, cancelReason: change.reason };
    case 'reinstate':
      return { ...slot, cancelled: false, cancelReason: '' };
  }
}

/**
 * Two sessions change places; each keeps its length. In different rooms each takes the other's start. In one room the
 * span from the first start to the last end is kept: the later one begins it, the earlier one ends it, so that two
 * sessions back to back swap without overlapping whatever their lengths.
 */
export function swapSlots<S extends LiveSlot>(a: S, b: S): [S, S] {
  if (a.roomId !== b.roomId) return [at(a, b.roomId, b.startsAt), at(b, a.roomId, a.startsAt)];
  if (a.startsAt > b.startsAt) {
    const [second, first] = swapSlots(b, a);
    return [first, second];
  }
  return [at(a, a.roomId, b.endsAt - (a.endsAt - a.startsAt)), at(b, b.roomId, a.startsAt)];
}

function at<S extends LiveSlot>(slot: S, roomId: string, startsAt: number): S {
  return { ...slot, roomId, startsAt, endsAt: startsAt + (slot.endsAt - slot.startsAt) };
}

const MINUTE = 60_000;
