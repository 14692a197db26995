import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Chapter } from '@contract/recordings.js';
import { lengthWords } from '../../ui/length-words.js';
import { useFormat } from '../../ui/use-format.js';
import { STEP } from '../player/player-keys.js';
import { usePlayerActs } from '../player/use-player-acts.js';
import { chapterAfter, chapterBefore } from './chapter-at.js';
import { FAR, type ReplayKeyAct } from './replay-keys.js';
import { keepSpeed, nextSpeed, readSpeed } from './speed.js';
import type { HeldReplay } from './use-replay.js';

export type ReplayActs = Readonly<Record<ReplayKeyAct, () => void>>;

/** All that a key or button does in a recording, each said aloud. */
export function useReplayActs(held: HeldReplay | null, chapters: readonly Chapter[], toggleFullScreen: (() => void) | null, say: (words: string) => void): ReplayActs {
  const { t } = useTranslation('player');
  const { t: tRecordings } = useTranslation('recordings');
  const format = useFormat();
  const shared = usePlayerActs(held?.player ?? null, toggleFullScreen, say);
  return useMemo((): ReplayActs => {
    const position = held?.position;
    const goBy = (seconds: number): void => {
      position?.goBy(seconds);
      say(t(seconds < 0 ? 'said.back' : 'said.forward', { seconds: format.number(Math.abs(seconds)) }));
    };
    const goTo = (at: number | null | undefined): void => {
      if (at == null || position === undefined) return;
      position.goTo(at);
      say(tRecordings('player.said.at', { time: lengthWords(Math.floor(position.read().at), format.locale) }));
    };
    const goToTalk = (chapter: Chapter | null): void => {
      if (chapter === null) return say(tRecordings('player.said.noTalk'));
      position?.goTo(chapter.at);
      say(tRecordings('player.said.talk', { title: chapter.title }));
    };
    const pace = (direction: -1 | 1): void => {
      const speed = nextSpeed(readSpeed(), direction);
      keepSpeed(speed);
      say(tRecordings('player.said.speed', { speed: format.number(speed) }));
    };
    return {
      ...shared,
      back: () => goBy(-STEP),
      forward: () => goBy(STEP),
      'far-back': () => goBy(-FAR),
      'far-forward': () => goBy(FAR),
      first: () => goTo(0),
      last: () => goTo(position?.read().length),
      slower: () => pace(-1),
      faster: () => pace(1),
      'talk-before': () => goToTalk(chapterBefore(chapters, position?.read().at ?? 0)),
      'talk-after': () => goToTalk(chapterAfter(chapters, position?.read().at ?? 0)),
    };
  }, [held, chapters, shared, say, t, tRecordings, format]);
}
