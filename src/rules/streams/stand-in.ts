import { AUDIO_ONLY } from './media-paths.js';
import type { MediaTrack } from './source.js';

/**
 * The track of a source that is heard or seen where a channel offers `wanted`: itself; else the picture that costs the viewer no more,
 * the same language under another name, the floor. Null where nothing can stand for it: there are no other captions.
 */
export function standIn(wanted: MediaTrack, offered: readonly MediaTrack[]): MediaTrack | null {
  const same = offered.filter(({ kind }) => kind === wanted.kind);
  const itself = same.find(({ key }) => key === wanted.key);
  if (itself !== undefined) return itself;
  if (wanted.kind === 'video') return nearestPicture(wanted, same);
  const inLanguage = wanted.language === null ? undefined : same.find(({ key, language }) => language === wanted.language && key !== AUDIO_ONLY);
  if (wanted.kind === 'captions') return inLanguage ?? null;
  const floor = same.find((track) => track.floor) ?? same[0] ?? null;
  // who listens only has asked for few bits, not for a language
  return wanted.key === AUDIO_ONLY ? floor : inLanguage ?? floor;
}

function nearestPicture(wanted: MediaTrack, pictures: readonly MediaTrack[]): MediaTrack | null {
  const byBandwidth = [...pictures].sort((one, other) => other.bandwidth - one.bandwidth);
  return byBandwidth.find(({ bandwidth }) => bandwidth <= wanted.bandwidth) ?? byBandwidth.at(-1) ?? null;
}
