import { type ReactNode, startTransition, useEffect, useMemo, useState } from 'react';
import { AgendaStateContext } from './agenda-state.js';
import { type AgendaState, AgendaStore } from './agenda-store.js';
import { LiveAgendaContext } from './live-agenda.js';

const LOADING: AgendaState = { phase: 'loading' };

/** Follows the agenda of a conference for what lies within. Give it the slug as its key: another one is another agenda. */
export function AgendaProvider({ slug, children }: { slug: string; children: ReactNode }) {
  const [store, setStore] = useState<AgendaStore | null>(null);
  const [state, setState] = useState(LOADING);
  useEffect(() => {
    const opened = new AgendaStore(slug);
    // a transition: drawing a whole agenda, or a burst of changes, gives way to what the reader is doing
    const forget = opened.subscribe(() => startTransition(() => setState(opened.read())));
    opened.start();
    setStore(opened);
    return () => {
      forget();
      opened.stop();
    };
  }, [slug]);
  const held = useMemo(() => ({ state, store }), [state, store]);
  return (
    <AgendaStateContext value={held}>
      <LiveAgendaContext value={state.phase === 'ready' ? state.live : null}>{children}</LiveAgendaContext>
    </AgendaStateContext>
  );
}
