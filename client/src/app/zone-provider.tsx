import { type ReactNode, useMemo, useSyncExternalStore } from 'react';
import { storedValue } from './stored-value.js';
import { type ZoneChoice, ZoneContext } from './zone.js';

const store = storedValue('meridian.zone-mode');
const mine = Intl.DateTimeFormat().resolvedOptions().timeZone;

export function ZoneProvider({ children }: { children: ReactNode }) {
  const mode = useSyncExternalStore(store.subscribe, store.read) === 'city' ? 'city' : 'mine';
  const choice = useMemo(
    (): ZoneChoice => ({ mode, mine, setMode: store.write, zoneFor: (cityZone) => (mode === 'city' ? cityZone : mine) }),
    [mode],
  );
  return <ZoneContext value={choice}>{children}</ZoneContext>;
}
