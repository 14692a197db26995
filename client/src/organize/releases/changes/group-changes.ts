import type { Change } from '@contract/changes.js';

export type SessionChange = Extract<Change, { change: `session.${string}` }>;

/** The sorts of changes, in the order in which they are told. */
export const CHANGE_GROUPS = ['added', 'moved', 'delayed', 'extended', 'cancelled', 'reinstated', 'edited', 'withdrawn'] as const;
export type ChangeGroup = (typeof CHANGE_GROUPS)[number];

export interface GroupedChanges {
  /** Those that have any; within each the earliest session first, those without a time after. */
  groups: readonly { group: ChangeGroup; changes: readonly SessionChange[] }[];
  /** How many there are in all groups. */
  ofSessions: number;
  /** Changes of cities, venues, rooms, tracks, speakers and the conference itself. */
  others: number;
}

export const sessionOf = (change: SessionChange): string => (change.change === 'session.added' ? change.session.id : change.sessionId);

/** Sorts the changes of sessions for people. */
export function groupChanges(changes: readonly Change[]): GroupedChanges {
  const ofSessions = changes.filter((change): change is SessionChange => change.change.startsWith('session.'));
  const groups = CHANGE_GROUPS.flatMap((group) => {
    const own = ofSessions.filter(({ change }) => change === `session.${group}`);
    return own.length === 0 ? [] : [{ group, changes: own.sort((a, b) => startOf(a) - startOf(b)) }];
  });
  return { groups, ofSessions: ofSessions.length, others: changes.length - ofSessions.length };
}

function startOf(change: SessionChange): number {
  if (change.change === 'session.added') return Date.parse(change.session.startsAt);
  return 'to' in change ? Date.parse(change.to.startsAt) : Number.MAX_SAFE_INTEGER;
}
