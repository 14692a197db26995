import type { ExternalPlaylist, ExternalVariant } from './read-playlist.js';

/** One playlist of segments that is followed. */
export interface Lane {
  url: string;
  /** BCP 47; null where it is not said, and of the picture. */
  language: string | null;
}

/** What is taken of HLS that others make. */
export interface ChosenLanes {
  picture: Lane;
  /** Sound that has a playlist of its own, the floor first. */
  sounds: readonly Lane[];
  /** The picture's segments bring the floor's sound with them. */
  soundWithin: boolean;
}

/** Lines: of more, nothing would be shown. */
const LARGE = 720;
const MOST_SOUNDS = 8;

/** The best picture that we need, and the languages that belong to it; null where there is none. `url`: of the playlist itself. */
export function chooseLanes(playlist: Exclude<ExternalPlaylist, { kind: 'refused' }>, url: string): ChosenLanes | null {
  if (playlist.kind === 'media') return { picture: { url, language: null }, sounds: [], soundWithin: true };
  const variant = bestVariant(playlist.variants);
  if (variant === undefined) return null;
  const group = playlist.renditions.filter(({ kind, group: of }) => kind === 'audio' && of === variant.audio).sort((a, b) => Number(b.isDefault) - Number(a.isDefault));
  const apart = group.flatMap(({ url: at, language }) => (at === null || at === variant.url ? [] : [{ url: at, language }]));
  return {
    picture: { url: variant.url, language: null },
    sounds: apart.slice(0, MOST_SOUNDS),
    soundWithin: apart.length === 0 || apart.length < group.length,
  };
}

function bestVariant(variants: readonly ExternalVariant[]): ExternalVariant | undefined {
  const pictures = variants.filter(({ codecs, height }) => codecs === null || height !== null || /avc|hvc1|hev1/.test(codecs));
  const usual = pictures.filter(({ codecs }) => codecs === null || codecs.includes('avc'));
  const ordered = [...(usual.length > 0 ? usual : pictures.length > 0 ? pictures : variants)]
    .sort((a, b) => (a.height ?? LARGE) - (b.height ?? LARGE) || (a.bandwidth ?? 0) - (b.bandwidth ?? 0));
  return ordered.findLast(({ height }) => (height ?? LARGE) <= LARGE) ?? ordered[0];
}
