import type { Change, Placement } from '../contract/changes.js';
import type { SessionId } from '../contract/ids.js';

/** What a session has to be like for a revision to be taken back, and what it is like afterwards. What is absent is not concerned. */
export interface Undoing {
  sessionId: SessionId;
  placement?: { now: Placement; back: Placement };
  status?: { now: 'scheduled' | 'cancelled'; back: 'scheduled' | 'cancelled' };
}

/** Session by session what takes the facts back; null where one of them is of words, people or places, which do not say what was before. */
export function invertRevision(changes: readonly Change[]): Undoing[] | null {
  const undone = new Map<SessionId, Undoing>();
  for (const change of changes) {
    switch (change.change) {
      case 'session.moved':
      case 'session.delayed':
      case 'session.extended':
        undone.set(change.sessionId, { sessionId: change.sessionId, ...undone.get(change.sessionId), placement: { now: change.to, back: change.from } });
        break;
      case 'session.cancelled':
        undone.set(change.sessionId, { sessionId: change.sessionId, ...undone.get(change.sessionId), status: { now: 'cancelled', back: 'scheduled' } });
        break;
      case 'session.reinstated':
        undone.set(change.sessionId, { sessionId: change.sessionId, ...undone.get(change.sessionId), status: { now: 'scheduled', back: 'cancelled' } });
        break;
      default:
        return null;
    }
  }
  return [...undone.values()];
}

/** Whether nothing of it was changed since. */
export function stillStands(undoing: Undoing, session: Placement & { status: 'scheduled' | 'cancelled' }): boolean {
  const { placement, status } = undoing;
  const samePlace = placement === undefined || (
    session.roomId === placement.now.roomId && session.startsAt === placement.now.startsAt && session.endsAt === placement.now.endsAt);
  return samePlace && (status === undefined || session.status === status.now);
}
