import type { ExternalSegment } from './read-playlist.js';

/** What is begun with: two segments, so that the next one is there before they are over, and some seconds where they are short. */
const SEGMENTS = 2;
const SECONDS = 4;

/** The newest segments of a live playlist that make enough to begin with, none of before its last break. */
export function liveEdge(segments: readonly ExternalSegment[]): readonly ExternalSegment[] {
  let first = segments.length;
  let seconds = 0;
  while (first > 0 && (segments.length - first < SEGMENTS || seconds < SECONDS)) {
    if (first < segments.length && segments[first]!.discontinuity) break;
    first -= 1;
    seconds += segments[first]!.duration;
  }
  return segments.slice(first);
}

/** Tells one state of a live playlist from the next; null of one that is empty. */
export function newestOf(segments: readonly ExternalSegment[]): string | null {
  const newest = segments.at(-1);
  return newest === undefined ? null : `${newest.sequence} ${newest.url} ${newest.range?.offset ?? ''}`;
}
