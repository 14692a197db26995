import { dateTime, seconds } from './playlist-text.js';

/** A segment that was kept, in one track. */
export interface RecordedSegment {
  /** Relative to the playlist or absolute. */
  uri: string;
  /** Of its init segment; null where it needs none. */
  init: string | null;
  /** Epoch in milliseconds. */
  startsAt: number;
  /** Seconds. */
  duration: number;
  /** Does not follow the one before. */
  discontinuity: boolean;
}

/** What was live, as a video that has an end: of one track, first segment first. */
export function writeRecordingPlaylist(segments: readonly RecordedSegment[]): string {
  const lines = [
    '#EXTM3U',
    '#EXT-X-VERSION:7',
    `#EXT-X-TARGETDURATION:${Math.max(1, ...segments.map(({ duration }) => Math.round(duration)))}`,
    '#EXT-X-PLAYLIST-TYPE:VOD',
    '#EXT-X-INDEPENDENT-SEGMENTS',
    '#EXT-X-MEDIA-SEQUENCE:0',
  ];
  let init: string | null = null;
  for (const [index, segment] of segments.entries()) {
    if (segment.discontinuity && index > 0) lines.push('#EXT-X-DISCONTINUITY');
    if (segment.init !== null && segment.init !== init) lines.push(`#EXT-X-MAP:URI="${segment.init}"`);
    init = segment.init ?? init;
    lines.push(`#EXT-X-PROGRAM-DATE-TIME:${dateTime(segment.startsAt)}`, `#EXTINF:${seconds(segment.duration)},`, segment.uri);
  }
  return `${[...lines, '#EXT-X-ENDLIST'].join('\n')}\n`;
}
