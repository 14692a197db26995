import type { TFunction } from 'i18next';
import type { Format } from '../../ui/format.js';
import { isolate } from '../../ui/format.js';

interface Named {
  name: string;
  language: string | null;
}

/** What a sound is called in the reader's language: the stream's own name where its language says too little. */
export function soundWords(sound: Named & { floor: boolean }, all: readonly Named[], t: TFunction<'player'>, format: Format): string {
  const words = trackWords(sound, all, format);
  return sound.floor ? t('floor', { words }) : words;
}

export function trackWords(track: Named, all: readonly Named[], format: Format): string {
  if (track.language === null) return isolate(track.name);
  const language = format.language(track.language);
  const alone = all.filter((other) => other.language === track.language).length === 1;
  return alone ? language : `${language} · ${isolate(track.name)}`;
}
