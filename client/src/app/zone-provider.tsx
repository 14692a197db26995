import { type ReactNode, useMemo, useSyncExternalStore } from 'react';
import { useMe } from '../account/use-me.js';
import { storedValue } from './stored-value.js';
import { type ZoneChoice, ZoneContext, type ZoneMode } from './zone.js';

const store = storedValue('meridian.zone-mode');
const device = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** One's own zone is that of one's account, where one chose one there; else, or where this device was told so, the device's. */
export function ZoneProvider({ children }: { children: ReactNode }) {
  const me = useMe();
  const ofAccount = me.phase === 'signed-in' && me.account.zone !== null && isKnown(me.account.zone) ? me.account.zone : device;
  const mode = modeOf(useSyncExternalStore(store.subscribe, store.read));
  const choice = useMemo((): ZoneChoice => {
    const mine = mode === 'device' ? device : ofAccount;
    return { mode, mine, ofAccount, device, setMode: store.write, zoneFor: (cityZone) => (mode === 'city' ? cityZone : mine) };
  }, [mode, ofAccount]);
  return <ZoneContext value={choice}>{children}</ZoneContext>;
}

const modeOf = (kept: string | null): ZoneMode => (kept === 'city' || kept === 'device' ? kept : 'mine');

/** The account may have been told of a zone by a newer browser than this one. */
function isKnown(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) instanceof Intl.DateTimeFormat;
  } catch {
    return false;
  }
}
