import { storedValue } from '../../app/stored-value.js';

/** `audio`: the picture is not even fetched. `text`: neither is the sound. */
export type WatchMode = 'video' | 'audio' | 'text';

/** A sound or captions as the reader chose them: found again in another stream by language. */
export interface ChosenTrack {
  name: string;
  language: string | null;
}

/** How the reader watches, on this device, whatever the stream. */
export interface PlayerChoices {
  mode: WatchMode;
  /** Null: the floor. */
  sound: ChosenTrack | null;
  /** Null: off. */
  captions: ChosenTrack | null;
  /** Pixels of the picture's height; null: whichever suits the connection. */
  height: number | null;
  /** `steady`: a few seconds later, and with less that can go wrong. */
  delay: 'short' | 'steady';
  /** 0 to 1. */
  volume: number;
  muted: boolean;
}

export const FIRST_CHOICES: PlayerChoices = { mode: 'video', sound: null, captions: null, height: null, delay: 'short', volume: 1, muted: false };

/** What a reader begins with who told the browser to save data: the small picture, asked for less often. Whatever is chosen counts more. */
export const MODEST_CHOICES: PlayerChoices = { ...FIRST_CHOICES, height: 360, delay: 'steady' };

const stored = storedValue('meridian.player');

export function readChoices(): PlayerChoices {
  return parseChoices(stored.read(), savesData() ? MODEST_CHOICES : FIRST_CHOICES);
}

/** Not in TypeScript's library, for not every browser says it. */
const savesData = (): boolean => (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;

export function keepChoices(choices: PlayerChoices): void {
  stored.write(JSON.stringify(choices));
}

/** What is kept may be of an older version, or of nobody's making: each part that does not hold is as at first. */
export function parseChoices(text: string | null, first: PlayerChoices = FIRST_CHOICES): PlayerChoices {
  const kept = asObject(text);
  return {
    mode: kept['mode'] === 'video' || kept['mode'] === 'audio' || kept['mode'] === 'text' ? kept['mode'] : first.mode,
    sound: asTrack(kept['sound']),
    captions: asTrack(kept['captions']),
    height: kept['height'] === null || (typeof kept['height'] === 'number' && kept['height'] > 0) ? kept['height'] : first.height,
    delay: kept['delay'] === 'short' || kept['delay'] === 'steady' ? kept['delay'] : first.delay,
    volume: typeof kept['volume'] === 'number' && kept['volume'] >= 0 && kept['volume'] <= 1 ? kept['volume'] : first.volume,
    muted: kept['muted'] === true,
  };
}

function asObject(text: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function asTrack(value: unknown): ChosenTrack | null {
  if (typeof value !== 'object' || value === null) return null;
  const { name, language } = value as Record<string, unknown>;
  return typeof name === 'string' && (language === null || typeof language === 'string') ? { name, language } : null;
}
