import type { Me, MyAccount } from '@contract/account.js';

/** Who reads this page, as far as it is known. */
export type WhoIsHere =
  | { phase: 'loading' }
  | { phase: 'unreachable' }
  | ({ phase: 'anonymous' } & Offers)
  | ({ phase: 'signed-in'; account: MyAccount } & Offers);

/** What this server can do. */
type Offers = Omit<Me, 'account'>;

let held: WhoIsHere = { phase: 'loading' };
let reading: Promise<void> | undefined;
let again: Promise<void> | undefined;
const listeners = new Set<() => void>();

/** Whose session and how strong, as it was last known; null until it is. */
let identity: string | null = null;
const identityListeners = new Set<() => void>();
/** The same person's other tabs: they share the cookie, and would not know that it is another. */
let otherTabs: BroadcastChannel | undefined;

export const heldMe = (): WhoIsHere => held;

/** The first listener makes it ask the server, once for all. */
export function onMe(listener: () => void): () => void {
  listeners.add(listener);
  otherTabs ??= hearOtherTabs();
  if (held.phase === 'loading' && reading === undefined) void refreshMe();
  return () => listeners.delete(listener);
}

/** Called when the reader has become somebody else: after signing in or out and after a second factor, in this tab or in another one. */
export function onIdentity(listener: () => void): () => void {
  identityListeners.add(listener);
  return () => identityListeners.delete(listener);
}

/** Asks the server anew: after signing in or out, after a second factor, after a role was given. */
export async function refreshMe(): Promise<void> {
  if (reading === undefined) {
    reading = read().finally(() => {
      reading = undefined;
    });
    return await reading;
  }
  // what is on its way may have been asked before the change: it is asked once more, for all who wait
  again ??= reading.then(async () => {
    again = undefined;
    await refreshMe();
  });
  await again;
}

async function read(): Promise<void> {
  try {
    const response = await fetch('/api/me');
    if (!response.ok) return put({ phase: 'unreachable' });
    const { account, ...offers } = (await response.json()) as Me;
    put(account === null ? { phase: 'anonymous', ...offers } : { phase: 'signed-in', account, ...offers });
  } catch {
    put({ phase: 'unreachable' });
  }
}

function put(next: WhoIsHere): void {
  held = next;
  for (const listener of listeners) listener();
  const now = identityOf(next);
  const before = identity;
  if (now === null || now === before) return;
  identity = now;
  if (before === null) return;
  for (const listener of identityListeners) listener();
  otherTabs?.postMessage('changed');
}

function hearOtherTabs(): BroadcastChannel {
  const channel = new BroadcastChannel('meridian-identity');
  channel.addEventListener('message', () => void refreshMe());
  return channel;
}

function identityOf(who: WhoIsHere): string | null {
  if (who.phase === 'signed-in') return `${who.account.sessionId} ${who.account.strong ? 'strong' : 'weak'}`;
  return who.phase === 'anonymous' ? 'nobody' : null;
}
