import { createContext, useContext } from 'react';
import type { AgendaState, AgendaStore } from './agenda-store.js';

export interface HeldAgenda {
  state: AgendaState;
  /** Null for the moment before it is opened. */
  store: AgendaStore | null;
}

export const AgendaStateContext = createContext<HeldAgenda | null>(null);

/** How far the agenda of this conference's pages is: for what is drawn before there is one. Pages use `useLiveAgenda`. */
export function useAgendaState(): AgendaState {
  return useHeldAgenda().state;
}

export function useHeldAgenda(): HeldAgenda {
  const held = useContext(AgendaStateContext);
  if (held === null) throw new Error('useAgendaState outside of <AgendaProvider>');
  return held;
}
