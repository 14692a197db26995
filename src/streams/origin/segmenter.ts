import type { Sample } from './fragments.js';
import { PartBuilder, type BuiltPart } from './part-builder.js';
import { LEAST_SEGMENT, MOST_AHEAD, MOST_BEHIND, MOST_SEGMENT } from './segment-lengths.js';

export interface SegmenterTrack {
  key: string;
  kind: 'video' | 'audio';
  /** Ticks a second. */
  timescale: number;
  /** As its init segment has it. */
  trackId: number;
}

/** Told in order: one segment after the other, each with the parts of all its tracks. */
export interface SegmentSink {
  /** @param begins seconds of media time */
  open: (begins: number) => void;
  part: (key: string, part: BuiltPart) => void;
  close: () => void;
}

interface Lane extends SegmenterTrack {
  parts: PartBuilder;
  /** Came before the leading track told where they belong. */
  held: Sample[];
  /** Which segment it fills now. */
  at: number;
}

/**
 * Cuts the samples of several tracks into segments that begin at the same instant in all of them: at the key frames of the leading track, which
 * is the first video or else the first sound. Sound is cut at its first packet at or after that instant, so that nothing is said twice.
 */
export class Segmenter {
  private readonly lanes: ReadonlyMap<string, Lane>;
  private readonly leading: Lane;
  /** When each segment begins, in seconds; those before `open` are forgotten. */
  private readonly starts = new Map<number, number>();
  private last = -1;
  private open = -1;
  /** Parts of segments that are not open yet: a slower track is still in the one before. */
  private waiting: { at: number; key: string; part: BuiltPart }[] = [];
  /** Where the leading track has got to, in seconds. */
  private reached = -Infinity;

  constructor(tracks: readonly SegmenterTrack[], private readonly sink: SegmentSink) {
    this.lanes = new Map(tracks.map((track) => [track.key, this.lane(track)]));
    const leading = [...this.lanes.values()].find(({ kind }) => kind === 'video') ?? [...this.lanes.values()][0];
    if (leading === undefined) throw new RangeError('a segmenter has tracks');
    this.leading = leading;
  }

  push(key: string, sample: Sample): void {
    const lane = this.lanes.get(key);
    if (lane === undefined) return;
    if (lane === this.leading) this.lead(sample);
    else this.follow(lane, sample);
    this.advance();
  }

  private lane(track: SegmenterTrack): Lane {
    const lane: Lane = {
      ...track, held: [], at: 0,
      parts: new PartBuilder(track, (part) => this.waiting.push({ at: lane.at, key: track.key, part })),
    };
    return lane;
  }

  private lead(sample: Sample): void {
    const shown = shownAt(this.leading, sample);
    const since = this.last < 0 ? Infinity : shown - this.starts.get(this.last)!;
    // without a key frame for long, a segment that cannot be entered is better than none
    if ((sample.key && since >= LEAST_SEGMENT) || since >= MOST_SEGMENT && this.last >= 0) {
      if (this.last >= 0) this.leave(this.leading);
      this.last += 1;
      this.starts.set(this.last, shown);
    }
    if (this.last < 0) return;
    this.leading.parts.add(sample);
    this.reached = Math.max(this.reached, shown + sample.duration / this.leading.timescale);
    for (const lane of this.lanes.values()) if (lane !== this.leading) this.releaseHeld(lane);
    this.leaveBehind();
  }

  private follow(lane: Lane, sample: Sample): void {
    lane.held.push(sample);
    this.releaseHeld(lane);
    const [first] = lane.held;
    if (first !== undefined && shownAt(lane, sample) - shownAt(lane, first) > MOST_AHEAD) lane.held.shift();
  }

  private releaseHeld(lane: Lane): void {
    let count = 0;
    for (const sample of lane.held) {
      if (!this.place(lane, sample)) break;
      count += 1;
    }
    lane.held.splice(0, count);
  }

  /** False where it cannot be told yet which segment it belongs to. */
  private place(lane: Lane, sample: Sample): boolean {
    if (this.last < 0) return false;
    // a video of its own rate may have its key frame half a frame before
    const shown = shownAt(lane, sample) + (lane.kind === 'video' ? sample.duration / lane.timescale / 2 : 0);
    while (shown >= (this.starts.get(lane.at + 1) ?? Infinity)) this.leave(lane);
    if (lane.at === this.last && shown >= this.reached) return false;
    // of the time before the first segment, or of one that it was too late for
    if (shown >= (this.starts.get(lane.at) ?? Infinity)) lane.parts.add(sample);
    return true;
  }

  private leave(lane: Lane): void {
    lane.parts.flush();
    lane.at += 1;
  }

  /** A track that stays away holds nobody up. */
  private leaveBehind(): void {
    for (const lane of this.lanes.values()) {
      const next = this.starts.get(lane.at + 1);
      if (next !== undefined && this.reached - next > MOST_BEHIND) this.leave(lane);
    }
  }

  private advance(): void {
    if (this.open < 0 && this.last >= 0) this.begin(0);
    this.tell();
    while (this.open >= 0 && this.open < this.last && [...this.lanes.values()].every(({ at }) => at > this.open)) {
      this.sink.close();
      this.starts.delete(this.open);
      this.begin(this.open + 1);
      this.tell();
    }
  }

  private begin(at: number): void {
    this.open = at;
    this.sink.open(this.starts.get(at)!);
  }

  private tell(): void {
    const [now, later] = [this.waiting.filter(({ at }) => at <= this.open), this.waiting.filter(({ at }) => at > this.open)];
    this.waiting = later;
    for (const { key, part } of now) this.sink.part(key, part);
  }
}

const shownAt = ({ timescale }: SegmenterTrack, { decodeTime, offset }: Sample): number => (decodeTime + offset) / timescale;
