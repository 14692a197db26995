import type { AgendaTexts } from '@contract/agenda.js';
import type { Revision } from '@contract/changes.js';
import { applyRevision, applyRevisionToTexts } from '@rules/apply-changes.js';
import { indexAgenda } from '../attend/agenda-index.js';
import type { LiveAgenda } from './live-agenda.js';
import { addUnseen, recordChanges } from './session-changes.js';

/** How many revisions are remembered, to bring forward texts that were read while they arrived. */
const REMEMBERED = 500;

/** What is held, after revisions that follow on it without a gap. `remembered` are those applied lately, these included. */
export function advance(live: LiveAgenda, revisions: readonly Revision[], remembered: readonly Revision[]): LiveAgenda {
  const agenda = revisions.reduce(applyRevision, live.agenda);
  return {
    ...live,
    agenda,
    index: indexAgenda(agenda, live.index),
    texts: live.texts === null ? null : bringForward(live.texts, remembered),
    unseen: addUnseen(live.unseen, revisions),
    history: recordChanges(live.history, revisions),
  };
}

export const remember = (remembered: readonly Revision[], revisions: readonly Revision[]): readonly Revision[] =>
  [...remembered, ...revisions].slice(-REMEMBERED);

/** Texts at the newest revision that the remembered ones lead to: those that come before theirs are passed over. */
export function bringForward(texts: AgendaTexts, remembered: readonly Revision[]): AgendaTexts {
  return remembered.reduce((held, revision) => (revision.revision === held.revision + 1 ? applyRevisionToTexts(held, revision) : held), texts);
}
