import { useEffect, useState, useSyncExternalStore } from 'react';
import { NO_OFFER } from './media-engine.js';
import { openEngine, warmUp } from './open-engine.js';
import { Player, type PlayerView } from './player.js';
import { readChoices } from './player-choices.js';
import { useAddress } from './use-address.js';

/** Plays a channel into the media element that is given to `attach`; null until there is one. */
export function usePlayer(slug: string, channelId: string, onAir: boolean): { player: Player | null; attach: (video: HTMLVideoElement | null) => void } {
  const [video, attach] = useState<HTMLVideoElement | null>(null);
  const [player, setPlayer] = useState<Player | null>(null);
  const ask = useAddress(slug, channelId);
  useEffect(() => {
    if (video === null) return undefined;
    const made = new Player(video, ask, openEngine);
    setPlayer(made);
    return () => {
      made.close();
      setPlayer(null);
    };
  }, [video, ask]);
  useEffect(() => {
    if (onAir) warmUp();
    player?.setOnAir(onAir);
  }, [player, onAir]);
  return { player, attach };
}

const NOTHING = { subscribe: () => () => undefined, read: (): PlayerView => STILL };
const STILL: PlayerView = { phase: 'idle', refusal: null, choices: readChoices(), offer: NO_OFFER, suggested: null };

export function usePlayerView(player: Player | null): PlayerView {
  const { subscribe, read } = player?.view ?? NOTHING;
  return useSyncExternalStore(subscribe, read);
}
