import { useEffect, useSyncExternalStore } from 'react';
import { useHeldAgenda } from '../../live/agenda-state.js';
import type { Player } from './player.js';

const NOBODY = { subscribe: () => () => undefined, read: (): null => null };

/** Counts this reader while the player holds an address; about how many people watch the same, or null: too few, or not known. */
export function useAudience(player: Player | null, channelId: string): number | null {
  const line = useHeldAgenda().store?.audience ?? null;
  const held = player?.address ?? NOBODY;
  const address = useSyncExternalStore<string | null>(held.subscribe, held.read);
  useEffect(() => {
    if (address === null) line?.leave(channelId);
    else line?.watch(channelId, address);
  }, [line, channelId, address]);
  useEffect(() => () => line?.leave(channelId), [line, channelId]);
  const told = line ?? NOBODY;
  return useSyncExternalStore<number | null>(told.subscribe, told.read);
}
