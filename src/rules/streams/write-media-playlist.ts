import type { ChannelTimeline } from './channel.js';
import { MEDIA_PATH } from './media-paths.js';
import { dateTime, seconds } from './playlist-text.js';
import type { MediaTrack } from './source.js';
import { lastItem, trackItems, type TrackItem } from './track-view.js';

/**
 * `low-latency`: parts, hints and blocking reload; `changes-only`: the same without the segments that a player has that has asked before
 * (a delta update); `plain`: whole segments, for scale and for caches that know no blocking.
 */
export type PlaylistForm = 'low-latency' | 'changes-only' | 'plain';

/** Segments at the live edge that are shown in parts; older tags would be stale. */
const IN_PARTS = 3;
/** The least that the RFC allows, in target durations or part targets. */
const HOLD_BACK = 3;
const SKIP_UNTIL = 6;

/** The live playlist of one of the channel's tracks. Media are absolute paths, other tracks are beside it. */
export function writeMediaPlaylist(timeline: ChannelTimeline, track: MediaTrack, form: PlaylistForm): string {
  const { settings } = timeline;
  const items = trackItems(timeline, track);
  const lowLatency = form !== 'plain';
  const shown = lowLatency ? items : items.filter(({ file }) => file !== null);
  const skipped = form === 'changes-only' ? skippable(shown, settings.targetDuration * SKIP_UNTIL) : 0;
  const lines = [
    '#EXTM3U',
    `#EXT-X-VERSION:${lowLatency ? 9 : 7}`,
    `#EXT-X-TARGETDURATION:${settings.targetDuration}`,
    ...(lowLatency ? serverControl(timeline, items) : []),
    '#EXT-X-INDEPENDENT-SEGMENTS',
    `#EXT-X-MEDIA-SEQUENCE:${timeline.entries[0]?.sequence ?? timeline.nextSequence}`,
    `#EXT-X-DISCONTINUITY-SEQUENCE:${timeline.discontinuitySequence}`,
    ...(skipped > 0 ? [`#EXT-X-SKIP:SKIPPED-SEGMENTS=${skipped}`] : []),
  ];
  let init: string | null = null;
  for (const [index, item] of shown.slice(skipped).entries()) {
    lines.push(...itemLines(item, init, lowLatency && skipped + index >= shown.length - IN_PARTS));
    init = item.init ?? init;
  }
  if (lowLatency) lines.push(...hint(items), ...reports(timeline, track));
  return `${lines.join('\n')}\n`;
}

function serverControl({ settings }: ChannelTimeline, items: readonly TrackItem[]): string[] {
  const { targetDuration, partTarget } = settings;
  const inParts = items.slice(-IN_PARTS).some(({ parts }) => parts.length > 0);
  const control = [
    'CAN-BLOCK-RELOAD=YES',
    `CAN-SKIP-UNTIL=${targetDuration * SKIP_UNTIL}`,
    `HOLD-BACK=${targetDuration * HOLD_BACK}`,
    ...(inParts ? [`PART-HOLD-BACK=${seconds(partTarget * HOLD_BACK)}`] : []),
  ];
  return [`#EXT-X-SERVER-CONTROL:${control.join(',')}`, ...(inParts ? [`#EXT-X-PART-INF:PART-TARGET=${seconds(partTarget)}`] : [])];
}

/** How many segments a player that reloads in time has already: those that end before the skip boundary. */
function skippable(items: readonly TrackItem[], boundary: number): number {
  let fromEnd = 0;
  for (let index = items.length - 1; index >= 0; index -= 1) {
    fromEnd += items[index]!.duration;
    if (fromEnd > boundary) return index;
  }
  return 0;
}

function itemLines({ discontinuity, init, startsAt, duration, file, parts, gap }: TrackItem, initBefore: string | null, inParts: boolean): string[] {
  return [
    ...(discontinuity ? ['#EXT-X-DISCONTINUITY'] : []),
    ...(init !== null && init !== initBefore ? [`#EXT-X-MAP:URI="${MEDIA_PATH}${init}"`] : []),
    `#EXT-X-PROGRAM-DATE-TIME:${dateTime(startsAt)}`,
    ...(gap ? ['#EXT-X-GAP'] : []),
    ...(inParts ? parts.map((part) => `#EXT-X-PART:DURATION=${seconds(part.duration)},${part.independent ? 'INDEPENDENT=YES,' : ''}URI="${MEDIA_PATH}${part.file}"`) : []),
    ...(file === null ? [] : [`#EXTINF:${seconds(duration)},`, `${MEDIA_PATH}${file}`]),
  ];
}

function hint(items: readonly TrackItem[]): string[] {
  const next = items.at(-1)?.next ?? null;
  return next === null ? [] : [`#EXT-X-PRELOAD-HINT:TYPE=PART,URI="${MEDIA_PATH}${next}"`];
}

/** Where the other tracks are, for a player that changes to one. */
function reports(timeline: ChannelTimeline, own: MediaTrack): string[] {
  return timeline.settings.tracks.flatMap((track) => {
    const last = track.key === own.key || track.kind === 'captions' ? undefined : lastItem(timeline, track);
    if (last === undefined || last.parts.length === 0) return [];
    return [`#EXT-X-RENDITION-REPORT:URI="${track.key}.m3u8",LAST-MSN=${last.sequence},LAST-PART=${last.parts.length - 1}`];
  });
}
