import type { Change, Revision } from '../contract/changes.js';
import type { SessionId } from '../contract/ids.js';

/** What revisions say about one session's slot. */
export interface SessionNews {
  sessionId: SessionId;
  what: 'moved' | 'cancelled' | 'reinstated' | 'withdrawn';
  /** Its new start, where it moved. */
  startsAt?: string;
  /** Only its end is another: of interest to whoever speaks there. */
  isOnlyLonger: boolean;
}

/** Of a session that was moved twice, only where it stands at the end. */
export function readSessionNews(revisions: readonly Revision[]): SessionNews[] {
  const news = new Map<SessionId, SessionNews>();
  for (const change of revisions.flatMap(({ changes }) => changes)) {
    const one = newsOf(change);
    if (one === null) continue;
    const before = news.get(one.sessionId);
    // moved, then made longer, is moved
    news.set(one.sessionId, { ...one, isOnlyLonger: one.isOnlyLonger && (before?.isOnlyLonger ?? true) });
  }
  return [...news.values()];
}

function newsOf(change: Change): SessionNews | null {
  switch (change.change) {
    case 'session.moved':
    case 'session.delayed':
      return { sessionId: change.sessionId, what: 'moved', startsAt: change.to.startsAt, isOnlyLonger: false };
    case 'session.extended':
      return { sessionId: change.sessionId, what: 'moved', startsAt: change.to.startsAt, isOnlyLonger: true };
    case 'session.cancelled':
      return { sessionId: change.sessionId, what: 'cancelled', isOnlyLonger: false };
    case 'session.reinstated':
      return { sessionId: change.sessionId, what: 'reinstated', isOnlyLonger: false };
    case 'session.withdrawn':
      return { sessionId: change.sessionId, what: 'withdrawn', isOnlyLonger: false };
    default:
      return null;
  }
}
