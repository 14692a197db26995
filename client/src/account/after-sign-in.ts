import { heldMe, refreshMe } from './me-store.js';
import { askForSecondFactor } from './step-up.js';

/** A path of our own, never another site's. */
export function safeReturn(path: string | null): string | null {
  return path !== null && /^\/(?![/\\])/.test(path) ? path : null;
}

/**
 * Where to go once somebody is signed in: back to where they were; staff first show their second factor, or set one up.
 * Whoever closes that goes on without it, and is asked again where it is needed.
 */
export async function afterSignIn(returnTo: string | null): Promise<string> {
  await refreshMe();
  const me = heldMe();
  const { isNeeded, isSetUp } = me.phase === 'signed-in' ? me.account.secondFactor : { isNeeded: false, isSetUp: false };
  const back = safeReturn(returnTo) ?? '/';
  if (!isNeeded) return back;
  if (!isSetUp) return `/account?${new URLSearchParams({ setUp: '1', ...(back === '/' ? {} : { returnTo: back }) }).toString()}`;
  if (me.phase === 'signed-in' && !me.account.strong) await askForSecondFactor();
  return back;
}
