import type { Placement } from '@contract/changes.js';
import type { PastChange } from '../live/session-changes.js';
import type { IndexedSession } from './agenda-index.js';

export type Phase = 'upcoming' | 'on-now' | 'ended' | 'cancelled';

export function phaseOf(entry: IndexedSession, now: number): Phase {
  if (entry.session.status === 'cancelled') return 'cancelled';
  if (now < entry.start) return 'upcoming';
  return now < entry.end ? 'on-now' : 'ended';
}

/** Where a session was before it was changed during the day: what is still of use to someone who read the old time. */
export interface Displaced {
  code: 'moved' | 'delayed';
  /** Epoch milliseconds; null where the start is the same. */
  wasStart: number | null;
  /** Null where the room is the same. */
  wasRoomId: string | null;
}

const OF_USE = 24 * 60 * 60_000;

/** From the changes of the last 24 hours; null where the session is where it was. A change of its end alone does not displace it. */
export function displacedBy(entry: IndexedSession, history: readonly PastChange[] | undefined, now: number): Displaced | null {
  const first = history?.find((past) => past.kind === 'live' && past.at > now - OF_USE && placementBefore(past) !== null);
  const from = first === undefined ? null : placementBefore(first);
  if (from === null) return null;
  const wasStart = Date.parse(from.startsAt);
  const sameRoom = from.roomId === entry.session.roomId;
  if (wasStart === entry.start && sameRoom) return null;
  return {
    code: sameRoom && entry.start > wasStart ? 'delayed' : 'moved',
    wasStart: wasStart === entry.start ? null : wasStart,
    wasRoomId: sameRoom ? null : from.roomId,
  };
}

function placementBefore({ change }: PastChange): Placement | null {
  return change.change === 'session.moved' || change.change === 'session.delayed' ? change.from : null;
}
