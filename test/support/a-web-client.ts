import type { Agenda } from '../../src/contract/agenda.js';
import type { Revision } from '../../src/contract/changes.js';

/** What we use of the web client's store. It is loaded by name, because it is compiled with the browser's types and this is not. */
interface AgendaStore {
  read: () => { phase: string; live?: { agenda: Agenda; connection: { state: string } } };
  subscribe: (listener: () => void) => () => void;
  onRevisions: (listener: (revisions: readonly Revision[]) => void) => () => void;
  start: () => void;
  stop: () => void;
}
const STORE = '../../client/src/live/agenda-store.js';

export interface WebClient {
  agenda: () => Agenda | undefined;
  /** The revision of the first agenda that it was shown. */
  first: () => number | undefined;
  /** The numbers of the revisions that it applied, in the order in which it did. */
  applied: () => readonly number[];
  /** How often it lost its connection. */
  losses: () => number;
  /** Resolves once the client holds that revision, or a later one, and says that it is live. */
  isLiveAt: (revision: number) => Promise<void>;
  stop: () => void;
}

/** The live half of the web client as it ships, without its views. Needs `actAsBrowserAt`. */
export async function aWebClient(slug: string): Promise<WebClient> {
  const { AgendaStore } = (await import(STORE)) as { AgendaStore: new (slug: string) => AgendaStore };
  const store = new AgendaStore(slug);
  const applied: number[] = [];
  let first: number | undefined;
  let losses = 0;
  let connection = '';
  store.onRevisions((revisions) => applied.push(...revisions.map(({ revision }) => revision)));
  store.subscribe(() => {
    const { live } = store.read();
    first ??= live?.agenda.revision;
    const state = live?.connection.state ?? '';
    if (state === 'offline' && connection !== 'offline') losses += 1;
    connection = state;
  });
  store.start();
  const agenda = (): Agenda | undefined => store.read().live?.agenda;
  return {
    agenda,
    first: () => first,
    applied: () => applied,
    losses: () => losses,
    isLiveAt: async (revision) =>
      await new Promise<void>((resolve) => {
        const holds = (): boolean => connection === 'live' && (agenda()?.revision ?? -1) >= revision;
        if (holds()) return resolve();
        const unsubscribe = store.subscribe(() => {
          if (!holds()) return;
          unsubscribe();
          resolve();
        });
      }),
    stop: () => store.stop(),
  };
}
