import type { ChannelEntry, ChannelSettings, ChannelTimeline } from './channel.js';
import { BLANK, mediaFileName } from './media-paths.js';
import type { Container, MediaTrack, Part, TrackKey } from './source.js';

/** A segment of the channel as one track shows it; files are names below MEDIA_PATH. */
export interface TrackItem {
  sequence: number;
  discontinuity: boolean;
  /** Epoch in milliseconds. */
  startsAt: number;
  /** Seconds; of an open segment: so far. */
  duration: number;
  /** Init segment; null where the container needs none. */
  init: string | null;
  /** The whole segment; null while it is open. */
  file: string | null;
  parts: readonly { file: string; duration: number; independent: boolean }[];
  /** The part that comes next of a segment that is open; null where that is not known. */
  next: string | null;
  /** Nothing can stand for the track here: players skip it. */
  gap: boolean;
}

/** The channel's segments in one of its tracks, oldest first. An open segment that has nothing in this track yet is left out. */
export function trackItems(timeline: ChannelTimeline, track: MediaTrack): TrackItem[] {
  return timeline.entries.map((entry) => itemOf(timeline.settings, entry, track)).filter(isThere);
}

/** The newest of them. */
export function lastItem({ settings, entries }: ChannelTimeline, track: MediaTrack): TrackItem | undefined {
  const newest = entries.slice(-2).map((entry) => itemOf(settings, entry, track));
  return newest.findLast(isThere);
}

const isThere = ({ file, parts }: TrackItem): boolean => file !== null || parts.length > 0;

/** Of the part target: a shorter part is the last one of its segment (RFC 8216bis, 4.4.4.9). */
const LEAST_PART = 0.85;

/**
 * The parts that may be told. While other tracks are awaited, a segment is open that has all of its parts in this one: the last of them is told with
 * the segment's end, or players would be led to expect another after it.
 */
function toldParts(open: boolean, parts: readonly Part[], partTarget: number): readonly Part[] {
  const last = parts.at(-1);
  return open && last !== undefined && last.duration < partTarget * LEAST_PART ? parts.slice(0, -1) : parts;
}

function itemOf({ partTarget }: ChannelSettings, entry: ChannelEntry, track: MediaTrack): TrackItem {
  const { sequence, discontinuity, segment, cut } = entry;
  const from = entry.from[track.key] ?? null;
  const media = from === null ? undefined : segment.tracks[from.key];
  const item = { sequence, discontinuity, startsAt: segment.startsAt };
  if (from === null || media === undefined) return { ...item, ...nothing(entry, track), parts: [], next: null };
  const { name, duration } = media;
  const parts = toldParts(segment.open, media.parts, partTarget);
  const { container } = from;
  return {
    ...item,
    duration,
    init: initOf(entry, from.key, container),
    file: segment.open ? null : mediaFileName({ name, container, what: cut === null ? { piece: 'whole' } : { piece: 'first', parts: parts.length } }),
    parts: parts.map((part, index) => ({ ...part, file: mediaFileName({ name, container, what: { piece: 'part', index } }) })),
    next: segment.open && parts.length > 0 ? mediaFileName({ name, container, what: { piece: 'part', index: parts.length } }) : null,
    gap: false,
  };
}

/** Blank captions, or a gap: what a track shows of a segment in which it has nothing. */
function nothing({ segment }: ChannelEntry, { kind, container }: MediaTrack): Pick<TrackItem, 'duration' | 'init' | 'file' | 'gap'> {
  const file = segment.open ? null : mediaFileName({ name: BLANK, container, what: { piece: 'whole' } });
  return { duration: segment.duration, init: null, file, gap: kind !== 'captions' };
}

function initOf({ inits }: ChannelEntry, sourceTrack: TrackKey, container: Container): string | null {
  const name = inits[sourceTrack];
  return container === 'fmp4' && name !== undefined ? mediaFileName({ name, container, what: { piece: 'init' } }) : null;
}
