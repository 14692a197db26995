import { createContext, useContext } from 'react';

/**
 * In whose time the agenda is read: the reader's own zone (of their account, else of the device), that of the city where a
 * session is held, or the device's whatever the account says.
 */
export type ZoneMode = 'mine' | 'city' | 'device';

export interface ZoneChoice {
  mode: ZoneMode;
  /** The reader's IANA zone, as `mode` has it. */
  mine: string;
  /** The zone that the account names; the device's where it names none. */
  ofAccount: string;
  device: string;
  setMode: (mode: ZoneMode) => void;
  /** The zone in which to show a time of a session held in a city with this zone. */
  zoneFor: (cityZone: string) => string;
}

export const ZoneContext = createContext<ZoneChoice | null>(null);

export function useZone(): ZoneChoice {
  const value = useContext(ZoneContext);
  if (value === null) throw new Error('useZone outside of <ZoneProvider>');
  return value;
}
