import type { SourceOrigin } from '../../src/streams/channels/source-origin.js';
import type { MediaTrack, SourceSegment, SourceWindow, TrackKey } from '../../src/rules/streams/source.js';

/** Seconds of a part, and parts of a segment, unless told otherwise. */
const PART = 0.32;
const PARTS = 3;

export const pictureTrack = (height: number, bandwidth: number): MediaTrack => ({
  key: `video-${height}`, kind: 'video', container: 'fmp4', language: null, name: `${height}p`, floor: false, bandwidth, codecs: 'avc1.64001f',
  width: (height * 16) / 9, height, frameRate: 25,
});
export const soundTrack = (language: string, floor = false): MediaTrack => ({
  key: `audio-${language}`, kind: 'audio', container: 'fmp4', language, name: language, floor, bandwidth: 64_000, codecs: 'mp4a.40.2',
});
export const listenersTrack = (): MediaTrack => ({ ...soundTrack('en'), key: 'audio-only', name: 'Audio only', bandwidth: 48_000 });
export const captionsTrack = (language: string): MediaTrack => ({
  key: `captions-${language}`, kind: 'captions', container: 'webvtt', language, name: language, floor: false, bandwidth: 1_000, codecs: '',
});

/** Two pictures, the floor in English, French, and a track for those who listen only. */
export const someTracks = (): MediaTrack[] => [pictureTrack(720, 2_500_000), pictureTrack(360, 700_000), soundTrack('en', true), soundTrack('fr'), listenersTrack()];

export interface StreamOptions {
  tracks?: readonly MediaTrack[];
  /** Epoch in milliseconds of the first frame. */
  startsAt?: number;
  /** False: whole segments only, as a source made elsewhere. */
  inParts?: boolean;
  /** Segments that its window holds. */
  keeps?: number;
}

/** A source whose media come when a spec says so. Names tell what they are: `SOURCE-NUMBER-TRACK`. */
export class AStream {
  private readonly tracks: readonly MediaTrack[];
  private readonly keeps: number;
  readonly inParts: boolean;
  private segments: SourceSegment[] = [];
  private number = 0;
  private generation = 0;
  private skipped = false;
  private silent = new Set<TrackKey>();
  /** Epoch in milliseconds at which the next frame is seen. */
  clock: number;

  constructor(readonly id: string, { tracks = someTracks(), startsAt = Date.UTC(2026, 9, 14, 9), inParts = true, keeps = 60 }: StreamOptions = {}) {
    this.tracks = tracks;
    this.clock = startsAt;
    this.inParts = inParts;
    this.keeps = keeps;
  }

  /** Time goes by until `clock` without anything coming. */
  pauseUntil(clock: number): void {
    this.end();
    this.clock = Math.max(this.clock, clock);
  }

  /** One part in each track; the last of `ends` parts ends the segment. */
  part({ seconds = PART, ends = PARTS, except = [] }: { seconds?: number; ends?: number; except?: readonly TrackKey[] } = {}): this {
    const last = this.segments.at(-1);
    const open = last?.open === true ? last : this.newSegment();
    const tracks = { ...open.tracks };
    for (const { key, kind } of this.tracks) {
      if (kind === 'captions' || except.includes(key) || this.silent.has(key)) continue;
      const before = tracks[key] ?? { name: this.nameOf(open.number, key), duration: 0, parts: [] };
      const parts = [...before.parts, { duration: seconds, independent: before.parts.length === 0 || kind === 'audio' }];
      tracks[key] = { ...before, duration: before.duration + seconds, parts };
    }
    this.put({ ...open, tracks, duration: Math.max(...Object.values(tracks).map(({ duration }) => duration)) });
    this.clock += seconds * 1000;
    const count = Math.max(...Object.values(tracks).map(({ parts }) => parts.length));
    if (count >= ends) this.end();
    return this;
  }

  /** A whole segment at once. */
  segment(seconds = PART * PARTS): this {
    this.end();
    const open = this.newSegment();
    const tracks = Object.fromEntries(this.tracks.filter(({ key, kind }) => kind !== 'captions' && !this.silent.has(key))
      .map(({ key }) => [key, { name: this.nameOf(open.number, key), duration: seconds, parts: [] }]));
    this.put({ ...open, tracks, duration: seconds });
    this.clock += seconds * 1000;
    this.end();
    return this;
  }

  /** So many segments of three parts each. */
  whole(count: number): this {
    for (let index = 0; index < count; index += 1) for (let part = 0; part < PARTS; part += 1) this.part();
    return this;
  }

  /** The open segment ends with what it has; captions come with its end. */
  end(): void {
    const last = this.segments.at(-1);
    if (last?.open !== true) return;
    const captions = this.tracks.filter(({ kind, key }) => kind === 'captions' && !this.silent.has(key))
      .map(({ key }) => [key, { name: this.nameOf(last.number, key), duration: last.duration, parts: [] }]);
    this.put({ ...last, open: false, tracks: { ...last.tracks, ...Object.fromEntries(captions) } });
  }

  /** The engine is started again: other init segments. */
  restart(): void {
    this.end();
    this.generation += 1;
  }

  /** What comes next does not follow what was. */
  skip(): void {
    this.end();
    this.skipped = true;
  }

  /** A track that gives nothing from the next segment on, until it is heard again. */
  silence(key: TrackKey, silent = true): void {
    this.end();
    if (silent) this.silent.add(key);
    else this.silent.delete(key);
  }

  window(): SourceWindow {
    const generations = [...new Set(this.segments.map(({ generation }) => generation))];
    const packed = this.tracks.filter(({ container }) => container === 'fmp4');
    const inits = Object.fromEntries(generations.map((generation) =>
      [generation, Object.fromEntries(packed.map(({ key }) => [key, `${this.id}-g${generation}-${key}`]))]));
    return { id: this.id, tracks: this.tracks, inits, segments: this.segments };
  }

  private newSegment(): SourceSegment {
    const segment: SourceSegment = {
      number: this.number, generation: this.generation, startsAt: this.clock, duration: 0, discontinuity: this.skipped, open: true, tracks: {},
    };
    this.number += 1;
    this.skipped = false;
    this.segments = [...this.segments, segment].slice(-this.keeps);
    return segment;
  }

  private put(segment: SourceSegment): void {
    this.segments = this.segments.map((one) => (one.number === segment.number ? segment : one));
  }

  private nameOf(number: number, key: TrackKey): string {
    return `${this.id}-${number}-${key}`;
  }
}

/** The same as an origin that has bytes: of each part, what `bytesOf` makes of its name and number. */
export class AnOrigin implements SourceOrigin {
  private readonly listeners = new Set<() => void>();

  constructor(readonly stream: AStream, private readonly bytesOf = (name: string, part: number): Buffer => Buffer.from(`${name}.${part};`)) {}

  get id(): string {
    return this.stream.id;
  }

  window(): SourceWindow {
    return this.stream.window();
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  media(name: string): readonly Buffer[] | undefined {
    const { segments, inits } = this.window();
    if (Object.values(inits).some((names) => Object.values(names).includes(name))) return [Buffer.from(`${name};`)];
    const track = segments.flatMap(({ tracks }) => Object.values(tracks)).find((one) => one.name === name);
    if (track === undefined) return undefined;
    return track.parts.length === 0 ? [this.bytesOf(name, 0)] : track.parts.map((_part, index) => this.bytesOf(name, index));
  }

  /** Something happens to the stream, and who listens is told. */
  does(what: (stream: AStream) => unknown): void {
    what(this.stream);
    for (const listener of [...this.listeners]) listener();
  }
}
