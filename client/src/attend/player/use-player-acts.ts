import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/use-format.js';
import type { Player } from './player.js';
import { STEP, VOLUME_STEP, type KeyAct } from './player-keys.js';
import { trackWords } from './track-words.js';

export type PlayerActs = Readonly<Record<KeyAct, () => void>>;

/** All that a key or button does, each said aloud. */
export function usePlayerActs(player: Player | null, toggleFullScreen: (() => void) | null, say: (words: string) => void): PlayerActs {
  const { t } = useTranslation('player');
  const format = useFormat();
  return useMemo((): PlayerActs => {
    const percent = (volume: number): string => new Intl.NumberFormat(format.locale, { style: 'percent' }).format(volume);
    const louderBy = (step: number): void => {
      if (player === null) return;
      const volume = Math.round(Math.min(1, Math.max(0, player.view.read().choices.volume + step)) * 100) / 100;
      player.choose({ volume, muted: false });
      say(t('said.volume', { percent: percent(volume) }));
    };
    const goBy = (seconds: number): void => {
      if (player?.position.read() == null) return;
      player.position.goBy(seconds);
      say(t(seconds < 0 ? 'said.back' : 'said.forward', { seconds: format.number(Math.abs(seconds)) }));
    };
    return {
      toggle: () => {
        if (player === null) return;
        const { phase } = player.view.read();
        const goes = phase === 'playing' || phase === 'waiting';
        if (goes) player.pause();
        else player.start();
        say(t(goes ? 'said.paused' : 'said.playing'));
      },
      mute: () => {
        if (player === null) return;
        const muted = !player.view.read().choices.muted;
        player.choose({ muted });
        say(t(muted ? 'said.muted' : 'said.unmuted'));
      },
      'full-screen': () => toggleFullScreen?.(),
      captions: () => {
        if (player === null) return;
        const { choices, offer } = player.view.read();
        const first = offer.captions.find(({ language }) => language === choices.sound?.language) ?? offer.captions[0];
        if (choices.captions === null && first === undefined) return say(t('said.noCaptions'));
        player.choose({ captions: choices.captions === null && first !== undefined ? { name: first.name, language: first.language } : null });
        say(choices.captions === null && first !== undefined ? t('said.captions', { language: trackWords(first, offer.captions, format) }) : t('said.captionsOff'));
      },
      live: () => {
        player?.toLive();
        say(t('said.live'));
      },
      back: () => goBy(-STEP),
      forward: () => goBy(STEP),
      louder: () => louderBy(VOLUME_STEP),
      quieter: () => louderBy(-VOLUME_STEP),
    };
  }, [player, toggleFullScreen, say, t, format]);
}
