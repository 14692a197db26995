import { createContext, useContext } from 'react';
import type { Agenda } from '@contract/agenda.js';
import type { AppliedSlot, LoggedRevision, PreviewRequest, RipplePreview } from '@contract/live-day.js';
import type { Day } from '@rules/ripple/day.js';
import type { AgendaIndex } from '../../attend/agenda-index.js';

export interface Application {
  expected: number;
  slots: AppliedSlot[];
  asked: PreviewRequest | null;
  reason: string;
}

/**
 * From where a day is run: the real one, where all is asked of the server, or a rehearsal on a copy, where nothing is sent.
 * The screens know no difference but the banner.
 */
export interface DayDesk {
  isRehearsal: boolean;
  agenda: Agenda;
  index: AgendaIndex;
  /** For what is ranked here, such as rooms. */
  day: Day;
  /** The newest first. */
  log: readonly LoggedRevision[];
  /** @throws RequestRefused, UnfitRequest */
  preview: (request: PreviewRequest) => Promise<RipplePreview>;
  /** Answers the revision that it made; null where the agenda is so already. @throws RequestRefused */
  apply: (application: Application) => Promise<number | null>;
  /** @throws RequestRefused */
  takeBack: (revision: number, reason: string) => Promise<void>;
}

/** What was asked can't be worked out, such as a session shortened to nothing. */
export class UnfitRequest extends Error {
  constructor(readonly reason: 'not-published' | 'nothing-left' | 'same-session' | 'no-such-room' | 'ends-before-it-begins') {
    super(reason);
    this.name = 'UnfitRequest';
  }
}

export const DeskContext = createContext<DayDesk | null>(null);

/** @throws outside of the live day's page */
export function useDesk(): DayDesk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('useDesk outside of the live day');
  return desk;
}
