/**
 * What a source shows of itself: anything that yields segments (an input's engine run, the slate). Plain values that describe media;
 * the bytes are asked for by name. A window is a snapshot: it is never changed, the next one shares what stayed the same.
 */

/** Unguessable or not, unique over all sources of the process. */
export type SourceId = string;

/** Names a track over all sources of a channel: `video-720`, `audio-en`, `audio-only`, `captions-en`. */
export type TrackKey = string;

/** How a track's media are packed, whatever they came as: says what a file is called, and whether it needs an init segment (`fmp4` does). */
export type Container = 'fmp4' | 'webvtt';

/** One rendition of a source or of a channel. Not a track of the conference's agenda. */
export interface MediaTrack {
  key: TrackKey;
  kind: 'video' | 'audio' | 'captions';
  container: Container;
  /** BCP 47; null where it is nobody's language (video, a stage's floor with many). */
  language: string | null;
  /** For a menu, as people read it. */
  name: string;
  /** The room's own sound: what is heard in place of a language that is missing. One audio track of a source is. */
  floor: boolean;
  /** Bits per second at most. */
  bandwidth: number;
  /** As in RFC 6381: `avc1.64001f`, `mp4a.40.2`; empty for captions. */
  codecs: string;
  /** Pixels; of a video. */
  width?: number;
  height?: number;
  /** Frames per second; of a video. */
  frameRate?: number;
}

/** A piece of a segment that is published before the segment is whole. */
export interface Part {
  /** Seconds. */
  duration: number;
  /** Begins with a key frame; each part of an audio track does. */
  independent: boolean;
}

/** What a segment is in one track. */
export interface TrackSegment {
  /** Unguessable: 128 random bits as base64url; with it the bytes are found (media-paths.ts). */
  name: string;
  /** Seconds; of an open segment: of the parts so far. */
  duration: number;
  /** In order; more come while the segment is open. None where the source is not seen in parts. */
  parts: readonly Part[];
}

/** The same stretch of time in all tracks of a source. */
export interface SourceSegment {
  /** Grows by one a segment over the source's whole life, over restarts too; never goes back. */
  number: number;
  /** Grows with each restart of the engine: other init segments, and time stamps that begin anew. */
  generation: number;
  /** Programme date-time: epoch in milliseconds at which its first frame was seen. */
  startsAt: number;
  /** Seconds, of the leading track; of an open segment: so far. At most half a second over the source's target duration. */
  duration: number;
  /** Its first frame does not follow the last one of the segment before (lost packets, a jump of the time stamps). A new generation says so anyway. */
  discontinuity: boolean;
  /** More parts will come. Only the last segment of a window is. */
  open: boolean;
  /** A track that has nothing for this stretch is left out. */
  tracks: Readonly<Record<TrackKey, TrackSegment>>;
}

/** What a source can give now: about the last minute. */
export interface SourceWindow {
  id: SourceId;
  tracks: readonly MediaTrack[];
  /** Names of the init segments, by generation and track; those of each generation that has a segment in the window. */
  inits: Readonly<Record<number, Readonly<Record<TrackKey, string>>>>;
  /** Oldest first, numbers without a hole. */
  segments: readonly SourceSegment[];
}

/** The windows of all sources there are; a Map is one. */
export type SourceWindows = Pick<ReadonlyMap<SourceId, SourceWindow>, 'get' | 'has'>;
