import type { ChannelEntry, ChannelSettings } from './channel.js';
import { standIn } from './stand-in.js';
import type { MediaTrack, SourceSegment, SourceWindow, TrackKey, TrackSegment } from './source.js';

/** What of an entry follows from the source alone. */
export type Publishable = Pick<ChannelEntry, 'source' | 'segment' | 'cut' | 'from' | 'inits'>;

/** Seconds that durations may be off by rounding. */
const ROUNDING = 0.001;
/** A duration is rounded to the nearest second in a playlist's terms: 1.49 s is still a segment of one second. */
const ROUNDED_UP = 0.49;

/**
 * What can be shown of a source's segment now, or null. An open segment is shown once each track has a part, so that none is empty if it
 * is cut there; one that is late by more than a part does not hold up the others, and is stood in for by another picture or sound.
 */
export function publishable(settings: ChannelSettings, window: SourceWindow, segment: SourceSegment): Publishable | null {
  const shown = withinLimits(settings, segment);
  if (shown === null) return null;
  // captions come and go within a source: where nobody spoke they are blank
  const offered = window.tracks.filter(({ key, kind }) => kind === 'captions' || hasMedia(shown.segment.tracks[key]));
  if (shown.segment.open && !isReady(window.tracks, shown.segment)) return null;
  const from = Object.fromEntries(settings.tracks.map((track) => [track.key, standIn(track, offered)]));
  if (!Object.values(from).some((track) => track !== null && track.kind !== 'captions')) return null;
  return { source: window.id, ...shown, from, inits: window.inits[segment.generation] ?? {} };
}

/** The same segment, seen later: null where it does not continue what was published, and so must be left as it was. */
export function grown(settings: ChannelSettings, entry: ChannelEntry, segment: SourceSegment): Pick<ChannelEntry, 'segment' | 'cut'> | null {
  if (segment.generation !== entry.segment.generation) return null;
  // a source may come to know its programme date-time better; what was said stays
  const shown = withinLimits(settings, { ...segment, startsAt: entry.segment.startsAt });
  if (shown === null) return null;
  const published = Object.values(entry.from).filter((track) => track !== null && track.kind !== 'captions') as MediaTrack[];
  return published.every(({ key }) => continues(entry.segment.tracks[key], shown.segment.tracks[key])) ? shown : null;
}

/** What was published of an open segment, as a segment that ends there. */
export function leftWhereItIs({ segment }: Pick<ChannelEntry, 'segment'>): Pick<ChannelEntry, 'segment' | 'cut'> {
  return cutAfter(segment, longest(segment));
}

/** Keeps the parts that end within `seconds` of the segment's start. */
function cutAfter(segment: SourceSegment, seconds: number): Pick<ChannelEntry, 'segment' | 'cut'> {
  const tracks: Record<TrackKey, TrackSegment> = {};
  for (const [key, track] of Object.entries(segment.tracks)) {
    const kept = partsWithin(track, seconds);
    if (kept.duration > 0) tracks[key] = kept;
  }
  const cut = { ...segment, tracks, open: false, duration: 0 };
  cut.duration = longest(cut);
  return { segment: cut, cut: segment.startsAt + cut.duration * 1000 };
}

function partsWithin({ name, parts }: TrackSegment, seconds: number): TrackSegment {
  let duration = 0;
  let count = 0;
  for (const part of parts) {
    if (duration + part.duration > seconds + ROUNDING) break;
    duration += part.duration;
    count += 1;
  }
  return { name, duration, parts: parts.slice(0, count) };
}

/** A source that breaks its word on durations is cut or, where it is not seen in parts, not shown. */
function withinLimits(settings: ChannelSettings, segment: SourceSegment): Pick<ChannelEntry, 'segment' | 'cut'> | null {
  const partsFit = Object.values(segment.tracks).every(({ parts }) => parts.every(({ duration }) => duration <= settings.partTarget + ROUNDING));
  if (!partsFit) return segment.open ? null : withinLimits(settings, { ...segment, tracks: mapTracks(segment.tracks, (track) => ({ ...track, parts: [] })) });
  const most = settings.targetDuration + ROUNDED_UP;
  if (longest(segment) <= most) return { segment, cut: null };
  const cut = cutAfter(segment, most);
  return Object.keys(cut.segment.tracks).length === 0 ? null : cut;
}

function isReady(tracks: readonly MediaTrack[], segment: SourceSegment): boolean {
  const inParts = tracks.filter(({ kind }) => kind !== 'captions').map(({ key, kind }) => ({ kind, parts: segment.tracks[key]?.parts.length ?? 0 }));
  if (inParts.every(({ parts }) => parts > 0)) return inParts.length > 0;
  return inParts.some(({ parts }) => parts > 1) && inParts.every(({ kind }) => inParts.some((track) => track.kind === kind && track.parts > 0));
}

function continues(before: TrackSegment | undefined, after: TrackSegment | undefined): boolean {
  if (before === undefined) return true;
  return after?.name === before.name && after.parts.length >= before.parts.length
    && before.parts.every(({ duration }, index) => after.parts[index]!.duration === duration);
}

const hasMedia = (track: TrackSegment | undefined): boolean => (track?.duration ?? 0) > 0;

const longest = ({ tracks }: SourceSegment): number => Math.max(0, ...Object.values(tracks).map(({ duration }) => duration));

const mapTracks = (tracks: SourceSegment['tracks'], change: (track: TrackSegment) => TrackSegment): SourceSegment['tracks'] =>
  Object.fromEntries(Object.entries(tracks).map(([key, track]) => [key, change(track)]));
