import { MEDIA_PATH, mediaFileName } from './media-paths.js';
import type { MediaTrack, SourceWindow } from './source.js';

/** Where the newest key frame of a source is, in its smallest picture: what makes a decoder ready, and what begins with that frame. */
export interface Still {
  init: string;
  media: string;
}

/** Null where the source has no picture. Every segment begins with a key frame, so that its first part is enough to see one. */
export function latestStill({ tracks, segments, inits }: SourceWindow): Still | null {
  const pictures = tracks.filter(({ kind }) => kind === 'video').sort((one, other) => sizeOf(one) - sizeOf(other));
  for (const segment of segments.toReversed()) {
    for (const { key, container } of pictures) {
      const held = segment.tracks[key];
      const init = inits[segment.generation]?.[key];
      if (held === undefined || init === undefined) continue;
      // an open segment that is not seen in parts has nothing to give yet
      if (held.parts.length === 0 && segment.open) continue;
      const what = held.parts.length === 0 ? { piece: 'whole' as const } : { piece: 'part' as const, index: 0 };
      return {
        init: MEDIA_PATH + mediaFileName({ name: init, container, what: { piece: 'init' } }),
        media: MEDIA_PATH + mediaFileName({ name: held.name, container, what }),
      };
    }
  }
  return null;
}

const sizeOf = ({ height, bandwidth }: MediaTrack): number => (height ?? 0) * 1e9 + bandwidth;
