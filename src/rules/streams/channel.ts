import type { MediaTrack, SourceId, SourceSegment, TrackKey } from './source.js';

/** What a channel's playlists keep for as long as it is open: players may not be told otherwise later. */
export interface ChannelSettings {
  /** What the audience can choose from. The floor first among the sounds. */
  tracks: readonly MediaTrack[];
  /** Whole seconds: no segment is longer, rounded. */
  targetDuration: number;
  /** Seconds: no part is longer. */
  partTarget: number;
  /** Seconds that its playlists reach back; at least six target durations, and less than sources keep their media. */
  window: number;
}

/**
 * A segment of the channel. Independent of tracks, so that all of them are spliced at the same instant. What it says of published
 * media never changes; while its segment is open, parts are added.
 */
export interface ChannelEntry {
  sequence: number;
  source: SourceId;
  /** As much of the source's segment as was published. */
  segment: SourceSegment;
  /** Does not follow the entry before: other source, restart, a hole, or other tracks. */
  discontinuity: boolean;
  /** Epoch in milliseconds at which the segment was left before its end: it has the parts that end by then. Null where it is whole. */
  cut: number | null;
  /** The source's track that stands for each of the channel's; null where it has none that could. */
  from: Readonly<Record<TrackKey, MediaTrack | null>>;
  /** Names of init segments, by the source's track. */
  inits: Readonly<Record<TrackKey, string>>;
}

/** All that a channel has published and not forgotten. A value: `advance` makes the next one. */
export interface ChannelTimeline {
  settings: ChannelSettings;
  /** Oldest first, sequence numbers without a hole; only the last may be open. */
  entries: readonly ChannelEntry[];
  nextSequence: number;
  /** Discontinuities that have left the window. */
  discontinuitySequence: number;
  /** The last segment number that was used of each source: nothing is shown twice. */
  reached: Readonly<Record<SourceId, number>>;
}

/** `first`: where sequence numbers begin; a channel that is opened again begins after all that it had, so that no player goes back. */
export function openTimeline(settings: ChannelSettings, first = { sequence: 0, discontinuitySequence: 0 }): ChannelTimeline {
  return { settings, entries: [], nextSequence: first.sequence, discontinuitySequence: first.discontinuitySequence, reached: {} };
}
