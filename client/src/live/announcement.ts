import type { Agenda, AgendaSession } from '@contract/agenda.js';
import type { Change, Revision } from '@contract/changes.js';
import { isForPeople, sessionOf } from './session-changes.js';

/** What is said of a session that changed. */
export interface Announced {
  code: AnnouncedCode;
  sessionId: string;
  /** As it is after the change; null where it was withdrawn. */
  session: AgendaSession | null;
  title: string;
}

export type AnnouncedCode = 'cancelled' | 'withdrawn' | 'moved' | 'delayed' | 'extended' | 'added' | 'reinstated' | 'edited';

/** What matters most comes first. */
const ORDER: readonly AnnouncedCode[] = ['cancelled', 'withdrawn', 'moved', 'delayed', 'extended', 'reinstated', 'added', 'edited'];

/**
 * What to say of some revisions: each session once, by what matters most of its changes, the weightiest first.
 * `after` is the agenda with the revisions applied, `titles` gives the title of a session before them.
 */
export function announcementsOf(revisions: readonly Revision[], after: Agenda, titleBefore: (id: string) => string | undefined): Announced[] {
  const codes = new Map<string, AnnouncedCode>();
  for (const change of revisions.flatMap((revision) => revision.changes)) {
    const id = sessionOf(change);
    const code = codeOf(change);
    if (id === null || code === null || !isForPeople(change)) continue;
    const held = codes.get(id);
    if (held === undefined || rank(code) <= rank(held)) codes.set(id, code);
    // cancelled and taken back within one message: only the end counts
    if (code === 'reinstated' && held === 'cancelled') codes.set(id, 'reinstated');
  }
  return [...codes]
    .map(([sessionId, code]): Announced => {
      const session = after.sessions[sessionId] ?? null;
      return { code, sessionId, session, title: session?.title ?? titleBefore(sessionId) ?? '' };
    })
    .filter((announced) => announced.title !== '')
    .sort((a, b) => rank(a.code) - rank(b.code));
}

function codeOf(change: Change): AnnouncedCode | null {
  const [subject, verb] = change.change.split('.');
  return subject === 'session' ? (ORDER.find((code) => code === verb) ?? null) : null;
}

const rank = (code: AnnouncedCode): number => ORDER.indexOf(code);
