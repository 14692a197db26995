import { createContext, useContext } from 'react';
import type { Agenda, AgendaTexts } from '@contract/agenda.js';
import type { Change } from '@contract/changes.js';
import type { AgendaIndex } from '../attend/agenda-index.js';
import type { ChangesBySession } from './session-changes.js';

/** What the client honestly knows about how true its agenda is. */
export type Connection =
  /** Nothing held yet. */
  | { state: 'loading' }
  /** Every revision that the server has is here. */
  | { state: 'live' }
  /** Connected, and reading what was missed. */
  | { state: 'catching-up' }
  /** What is shown was true at `since` (epoch milliseconds) and may have changed. */
  | { state: 'offline'; since: number };

export interface LiveAgenda {
  agenda: Agenda;
  index: AgendaIndex;
  /** Read after the agenda; null until then. */
  texts: AgendaTexts | null;
  connection: Connection;
  /** Changes that arrived live and that this person has not looked at, by session id, newest last. */
  unseen: ReadonlyMap<string, readonly Change[]>;
  /** What is known of earlier changes, seen or not: for "was 14:00". Comes a while after the agenda. */
  history: ChangesBySession;
  markSeen: (sessionId: string) => void;
  markAllSeen: () => void;
  /** People following now, counted by the server; null until told. Cities with fewer than 5 are absent. */
  presence: { total: number; cities: Readonly<Record<string, number>> } | null;
}

export const LiveAgendaContext = createContext<LiveAgenda | null>(null);

/** The agenda of the conference whose page this is. @throws outside of a conference's pages */
export function useLiveAgenda(): LiveAgenda {
  const value = useContext(LiveAgendaContext);
  if (value === null) throw new Error('useLiveAgenda outside of <AgendaProvider>');
  return value;
}
