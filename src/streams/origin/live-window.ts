import type { MediaTrack, SourceId, SourceSegment, SourceWindow, TrackKey, TrackSegment } from '../../rules/streams/source.js';
import type { SourceOrigin } from '../channels/source-origin.js';
import { MediaStore } from './media-store.js';

/** Seconds of media in the window. */
const WINDOW = 60;
/** Seconds: what is not cut by a key frame is not longer than this. */
const ROUNDING = 1_000_000;

/** The window of one source, over all lives of its engine: what fills it opens segments, adds to them and closes them. */
export class LiveWindow implements SourceOrigin {
  private readonly store: MediaStore;
  private readonly listeners = new Set<() => void>();
  private tracks: readonly MediaTrack[] = [];
  private readonly inits = new Map<number, Readonly<Record<TrackKey, string>>>();
  private segments: SourceSegment[] = [];
  private snapshot: SourceWindow | null = null;
  private nextNumber = 0;
  private lastGeneration = -1;

  constructor(readonly id: SourceId, now: () => number = Date.now) {
    this.store = new MediaStore(now);
  }

  window(): SourceWindow {
    this.snapshot ??= { id: this.id, tracks: this.tracks, inits: Object.fromEntries(this.inits), segments: [...this.segments] };
    return this.snapshot;
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  media(name: string): readonly Buffer[] | undefined {
    return this.store.get(name);
  }

  /** New init segments, and time stamps that begin anew. Returns the generation's number. */
  beginGeneration(tracks: readonly MediaTrack[], inits: Readonly<Record<TrackKey, Buffer>>): number {
    this.closeSegment();
    this.lastGeneration += 1;
    this.tracks = tracks;
    this.inits.set(this.lastGeneration, Object.fromEntries(Object.entries(inits).map(([key, bytes]) => [key, this.keep(bytes)])));
    this.snapshot = null;
    return this.lastGeneration;
  }

  /** @param startsAt epoch milliseconds */
  openSegment(startsAt: number): void {
    this.closeSegment();
    this.segments.push({ number: this.nextNumber, generation: this.lastGeneration, startsAt, duration: 0, discontinuity: false, open: true, tracks: {} });
    this.nextNumber += 1;
    this.dropOld();
    this.snapshot = null;
  }

  /** @param leading whether this track's length is the segment's */
  addPart(key: TrackKey, part: { bytes: Buffer; duration: number; independent: boolean }, leading: boolean): void {
    const segment = this.segments.at(-1);
    if (segment?.open !== true) return;
    const before: TrackSegment = segment.tracks[key] ?? { name: this.store.name(), duration: 0, parts: [] };
    this.store.add(before.name, part.bytes);
    const duration = sum(before.duration, part.duration);
    const track = { name: before.name, duration, parts: [...before.parts, { duration: part.duration, independent: part.independent }] };
    this.replaceLast({ ...segment, duration: leading ? duration : segment.duration, tracks: { ...segment.tracks, [key]: track } });
  }

  /** A whole segment that was made elsewhere, and is not seen in parts. */
  addSegment(segment: Pick<SourceSegment, 'startsAt' | 'duration' | 'discontinuity'>, media: Readonly<Record<TrackKey, { bytes: Buffer; duration: number }>>): void {
    this.openSegment(segment.startsAt);
    const open = this.segments.at(-1)!;
    const tracks = Object.fromEntries(Object.entries(media).map(([key, { bytes, duration }]) => [key, { name: this.keep(bytes), duration, parts: [] }]));
    this.replaceLast({ ...open, ...segment, open: false, tracks });
  }

  /** The open segment is whole; one without media never was. */
  closeSegment(): void {
    const segment = this.segments.at(-1);
    if (segment?.open !== true) return;
    if (segment.duration > 0) {
      for (const { name } of Object.values(segment.tracks)) this.store.seal(name);
      return this.replaceLast({ ...segment, open: false });
    }
    this.segments.pop();
    this.nextNumber -= 1;
    this.store.retire(Object.values(segment.tracks).map(({ name }) => name));
    this.snapshot = null;
  }

  /** What was added can be had: tells whoever listens. */
  announce(): void {
    for (const listener of this.listeners) listener();
  }

  private keep(bytes: Buffer): string {
    const name = this.store.name();
    this.store.add(name, bytes);
    return name;
  }

  private replaceLast(segment: SourceSegment): void {
    this.segments[this.segments.length - 1] = segment;
    this.snapshot = null;
  }

  private dropOld(): void {
    let length = this.segments.reduce((seconds, { duration }) => seconds + duration, 0);
    while (length > WINDOW) {
      const [oldest] = this.segments.splice(0, 1);
      length -= oldest!.duration;
      this.store.retire(Object.values(oldest!.tracks).map(({ name }) => name));
    }
    const [first] = this.segments;
    for (const [generation, names] of this.inits) {
      if (first === undefined || generation >= first.generation) continue;
      this.inits.delete(generation);
      this.store.retire(Object.values(names));
    }
  }
}

/** Hundreds of thirds of a second add up to what they are. */
const sum = (a: number, b: number): number => Math.round((a + b) * ROUNDING) / ROUNDING;
