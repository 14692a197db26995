import { type ReactNode, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { AgendaStateContext } from './agenda-state.js';
import { type AgendaState, AgendaStore } from './agenda-store.js';
import { LiveAgendaContext } from './live-agenda.js';

const LOADING: AgendaState = { phase: 'loading' };
const noListener = (): (() => void) => () => undefined;

/** Follows the agenda of a conference for what lies within. Give it the slug as its key: another one is another agenda. */
export function AgendaProvider({ slug, children }: { slug: string; children: ReactNode }) {
  const [store, setStore] = useState<AgendaStore | null>(null);
  useEffect(() => {
    const opened = new AgendaStore(slug);
    opened.start();
    setStore(opened);
    return () => opened.stop();
  }, [slug]);
  const state = useSyncExternalStore(store?.subscribe ?? noListener, store?.read ?? (() => LOADING));
  const held = useMemo(() => ({ state, store }), [state, store]);
  return (
    <AgendaStateContext value={held}>
      <LiveAgendaContext value={state.phase === 'ready' ? state.live : null}>{children}</LiveAgendaContext>
    </AgendaStateContext>
  );
}
