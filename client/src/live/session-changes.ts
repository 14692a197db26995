import type { Change, Revision } from '@contract/changes.js';

/** A change of one session, with when it was made and why. */
export interface PastChange {
  change: Change;
  revision: number;
  /** Epoch milliseconds. */
  at: number;
  kind: Revision['kind'];
  /** Why, in words for people; may be empty. */
  note: string;
}

/** By session id; each list has the oldest first. */
export type ChangesBySession = ReadonlyMap<string, readonly PastChange[]>;

/** The session that a change is about, or null. */
export function sessionOf(change: Change): string | null {
  if (change.change === 'session.added') return change.session.id;
  return 'sessionId' in change ? change.sessionId : null;
}

/** Whether an attendee has reason to care: not what only organizers see, such as an anchor. */
export function isForPeople(change: Change): boolean {
  if (sessionOf(change) === null) return false;
  if (change.change !== 'session.edited') return true;
  return change.text !== undefined || Object.keys(change.set).some((field) => !['anchor', 'overlapWaived', 'replayId'].includes(field));
}

/** Adds what the revisions say of sessions. Revisions that are known already are passed over. */
export function recordChanges(held: ChangesBySession, revisions: readonly Revision[]): ChangesBySession {
  const next = new Map(held);
  for (const revision of revisions) {
    for (const change of revision.changes) {
      const id = sessionOf(change);
      if (id === null || !isForPeople(change)) continue;
      const known = next.get(id) ?? [];
      if (held.get(id)?.some((past) => past.revision === revision.revision)) continue;
      const past: PastChange = { change, revision: revision.revision, at: Date.parse(revision.at), kind: revision.kind, note: revision.note };
      next.set(id, [...known, past].sort((a, b) => a.revision - b.revision));
    }
  }
  return next;
}

/** Adds the revisions' changes to those that nobody has looked at; the session changed last comes last. */
export function addUnseen(held: ReadonlyMap<string, readonly Change[]>, revisions: readonly Revision[]): ReadonlyMap<string, readonly Change[]> {
  const next = new Map(held);
  for (const change of revisions.flatMap((revision) => revision.changes)) {
    const id = sessionOf(change);
    if (id === null || !isForPeople(change)) continue;
    const known = next.get(id) ?? [];
    next.delete(id);
    next.set(id, [...known, change]);
  }
  return next.size === held.size && revisions.length === 0 ? held : next;
}
