import type { Container, TrackKey } from './source.js';

/** Where media are, with their slash at the end. A name says all: who knows it may have it. */
export const MEDIA_PATH = '/streams/media/';

/** Captions of a stretch in which nobody has written any; of anything else a name that is never asked for. */
export const BLANK = 'blank';

/** An audience that hears more than it can see: not in the menu of the picture's sound, it has an address of its own. */
export const AUDIO_ONLY: TrackKey = 'audio-only';

/** What is asked for by name: a whole segment, its first parts (where a source was left in the middle), one part, or an init segment. */
export type MediaPiece = { piece: 'whole' } | { piece: 'first'; parts: number } | { piece: 'part'; index: number } | { piece: 'init' };

export interface MediaFile {
  name: string;
  container: Container;
  what: MediaPiece;
}

const SUFFIX: Record<Container, string> = { fmp4: 'm4s', webvtt: 'vtt' };
const CONTAINER: Record<string, Container> = { m4s: 'fmp4', vtt: 'webvtt' };

/** `NAME.m4s`, `NAME.3.m4s`, `NAME.first3.m4s`, `NAME.init.mp4` below MEDIA_PATH. */
export function mediaFileName({ name, container, what }: MediaFile): string {
  switch (what.piece) {
    case 'whole':
      return `${name}.${SUFFIX[container]}`;
    case 'first':
      return `${name}.first${what.parts}.${SUFFIX[container]}`;
    case 'part':
      return `${name}.${what.index}.${SUFFIX[container]}`;
    case 'init':
      return `${name}.init.mp4`;
  }
}

const MEDIA_FILE = /^([\w-]{1,64})(?:\.(first)?(\d{1,4}))?\.(m4s|vtt)$|^([\w-]{1,64})\.init\.mp4$/;

/** What a file name asks for, or null when no file of ours is called so. */
export function readMediaFileName(file: string): MediaFile | null {
  const match = MEDIA_FILE.exec(file);
  if (match === null) return null;
  const [, name, first, digits, suffix, init] = match;
  if (init !== undefined) return { name: init, container: 'fmp4', what: { piece: 'init' } };
  const container = CONTAINER[suffix!]!;
  if (digits === undefined) return { name: name!, container, what: { piece: 'whole' } };
  const what: MediaPiece = first === undefined ? { piece: 'part', index: Number(digits) } : { piece: 'first', parts: Number(digits) };
  return { name: name!, container, what };
}
