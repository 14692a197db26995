import type { Agenda } from '@contract/agenda.js';
import type { Revision } from '@contract/changes.js';
import type { AppliedSlot, LoggedRevision, PreviewRequest } from '@contract/live-day.js';
import { applyRevision } from '@rules/apply-changes.js';
import { diffAgenda } from '@rules/diff-agenda.js';
import { invertRevision, stillStands } from '@rules/invert-revision.js';

/** A step that was rehearsed: its revision on the copy, and what was asked, so that it can be looked at for real. */
export interface RehearsedStep {
  revision: Revision;
  asked: PreviewRequest | null;
}

/** A copy of the agenda on which a day is tried out. It is held here and nowhere else. */
export interface Rehearsal {
  agenda: Agenda;
  /** The newest last. */
  steps: readonly RehearsedStep[];
}

export const beginRehearsal = (agenda: Agenda): Rehearsal => ({ agenda, steps: [] });

/** The same as the server would make of it: facts are the difference, and the one reducer applies them. */
export function rehearse(rehearsal: Rehearsal, slots: readonly AppliedSlot[], note: string, asked: PreviewRequest | null, at: string): Rehearsal {
  const { agenda } = rehearsal;
  const sessions = { ...agenda.sessions };
  for (const { sessionId, cancelled, cancelReason, ...placement } of slots) {
    const held = sessions[sessionId];
    if (held !== undefined) sessions[sessionId] = { ...held, ...placement, status: cancelled ? 'cancelled' : 'scheduled', cancelReason: cancelled ? cancelReason : '' };
  }
  const texts = { sessions: {}, biographies: {}, photos: {} };
  const changes = diffAgenda({ agenda, texts }, { agenda: { ...agenda, sessions }, texts });
  if (changes.length === 0) return rehearsal;
  const revision: Revision = { revision: agenda.revision + 1, at, kind: 'live', release: null, note, changes };
  return { agenda: applyRevision(agenda, revision), steps: [...rehearsal.steps, { revision, asked }] };
}

/** Takes a step back by the opposite, as one more step; the same rehearsal where anything of it was changed since. */
export function takeBack(rehearsal: Rehearsal, { changes }: Revision, note: string, at: string): Rehearsal {
  const undoings = invertRevision(changes) ?? [];
  const slots = undoings.flatMap((undoing): AppliedSlot[] => {
    const session = rehearsal.agenda.sessions[undoing.sessionId];
    if (session === undefined || !stillStands(undoing, session)) return [];
    const { roomId, startsAt, endsAt } = undoing.placement?.back ?? session;
    return [{ sessionId: undoing.sessionId, roomId, startsAt, endsAt, cancelled: (undoing.status?.back ?? session.status) === 'cancelled', cancelReason: session.cancelReason }];
  });
  return slots.length === undoings.length ? rehearse(rehearsal, slots, note, null, at) : rehearsal;
}

/** The steps as the log has them, the newest first. */
export function logOf({ agenda, steps }: Rehearsal, by: string): LoggedRevision[] {
  return steps.map(({ revision }): LoggedRevision => {
    const undoings = invertRevision(revision.changes);
    const canRevert = undoings?.every((undoing) => {
      const session = agenda.sessions[undoing.sessionId];
      return session !== undefined && stillStands(undoing, session);
    }) ?? false;
    return { revision, by, canRevert };
  }).reverse();
}
