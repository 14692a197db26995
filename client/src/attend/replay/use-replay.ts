import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import type { Playback } from '@contract/channel.js';
import type { Chapter, Replay } from '@contract/recordings.js';
import { askApi } from '../../account/ask-api.js';
import { openEngine } from '../player/open-engine.js';
import { Player } from '../player/player.js';
import { followPlace } from './follow-place.js';
import { keptPlace } from './kept-places.js';
import { placeInAddress } from './place-in-address.js';
import { ReplayPosition } from './replay-position.js';
import { useSpeed } from './speed.js';

/** A recording in a media element, and where one is in it. */
export interface HeldReplay {
  player: Player;
  position: ReplayPosition;
}

/**
 * Plays a recording into the media element that is given to `attach`; null until there is one.
 * @param path where its addresses are asked for
 * @param replayId under which its place is kept on this device; null: nowhere, and the page's address names none in it
 */
export function useReplay(path: string, replayId: string | null): { held: HeldReplay | null; chapters: readonly Chapter[] | null; linked: boolean; attach: (video: HTMLVideoElement | null) => void } {
  const [video, attach] = useState<HTMLVideoElement | null>(null);
  const [held, setHeld] = useState<HeldReplay | null>(null);
  const [chapters, setChapters] = useState<readonly Chapter[] | null>(null);
  const speed = useSpeed();
  const { search, hash, key } = useLocation();
  const named = replayId === null ? null : placeInAddress(search, hash);
  useEffect(() => {
    if (video === null) return undefined;
    const ended = new AbortController();
    const position = new ReplayPosition(video, replayId === null ? 0 : (keptPlace(replayId) ?? 0), ended.signal);
    if (replayId !== null) followPlace(replayId, video, position, ended.signal);
    const ask = async (): Promise<Playback> => {
      const replay = await askApi<Replay>('POST', path);
      setChapters(replay.chapters);
      position.tell(replay.length);
      return { ...replay, plainUrl: replay.url };
    };
    const player = new Player(video, ask, openEngine, () => position.takeStart());
    player.setOnAir(true);
    setHeld({ player, position });
    return () => {
      ended.abort();
      player.close();
      setHeld(null);
    };
  }, [video, path, replayId]);
  useEffect(() => {
    if (named !== null) held?.position.goTo(named);
    // the same link once more leads to the same place once more
  }, [held, named, key]);
  useEffect(() => {
    // the rate of what is opened later is the default one
    if (video !== null) video.defaultPlaybackRate = video.playbackRate = speed;
  }, [video, speed]);
  return { held, chapters, linked: named !== null, attach };
}
