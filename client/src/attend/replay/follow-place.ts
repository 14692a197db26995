import { keepPlace } from './kept-places.js';
import type { ReplayPosition } from './replay-position.js';

/** Seconds between what is kept while it plays. */
const EACH = 5;

/** Keeps on this device where somebody is in a recording, until the signal; who has finished it begins anew. */
export function followPlace(id: string, video: HTMLVideoElement, position: ReplayPosition, signal: AbortSignal): void {
  let kept: number | null = null;
  const keep = (): void => {
    const { at, length } = position.read();
    // not played yet: what was kept stays
    if (length === null || video.played.length === 0) return;
    kept = at;
    keepPlace(id, at, length);
  };
  video.addEventListener('timeupdate', () => Math.abs(position.read().at - (kept ?? -EACH)) >= EACH && keep(), { signal });
  for (const event of ['pause', 'seeked', 'ended'] as const) video.addEventListener(event, keep, { signal });
  addEventListener('pagehide', keep, { signal });
}
