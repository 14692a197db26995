import type { MediaTrack } from '../../rules/streams/source.js';
import { BoxStream } from './box-stream.js';
import { readFragment, type Sample } from './fragments.js';
import type { LiveWindow } from './live-window.js';
import { ProgrammeClock } from './programme-clock.js';
import { readMovie, type MovieTrack } from './read-movie.js';
import { Segmenter } from './segmenter.js';

/** A track that an engine writes to a pipe of its own, as fragmented MP4; the rest is read from its init segment. */
export interface PlannedTrack extends Pick<MediaTrack, 'key' | 'kind' | 'language' | 'name' | 'floor' | 'bandwidth'> {
  kind: 'video' | 'audio';
  frameRate?: number;
}

/** Seconds of media, after which one waits no longer for a track that has not begun. */
const LATECOMERS = 2;
/** The same for the picture: it begins at a key frame, and bad encoders make one each ten seconds. */
const LATE_PICTURE = 12;
/** Seconds: a frame this long is a jump of the time stamps. */
const JUMP = 1;

interface Lane {
  plan: PlannedTrack;
  ftyp: Buffer | null;
  init: { bytes: Buffer; track: MovieTrack } | null;
  moof: Buffer | null;
  boxes: BoxStream;
  /** What came of it in this turn of the loop. */
  fresh: Sample[];
}

/** Reads one life of an engine into a window: from pipes to init segments, segments and parts. */
export class LiveReader {
  private readonly lanes: readonly Lane[];
  private segmenter: Segmenter | null = null;
  private clock = new ProgrammeClock();
  /** Until all tracks have begun, and the first burst is over. */
  private early: { lane: Lane; sample: Sample }[] | null = [];
  private turn: NodeJS.Immediate | null = null;
  private failure: { error: unknown } | null = null;

  constructor(
    private readonly window: LiveWindow,
    plans: readonly PlannedTrack[],
    /** Media came. */
    private readonly progress: () => void = () => undefined,
    private readonly now: () => number = Date.now,
  ) {
    this.lanes = plans.map((plan) => {
      const lane: Lane = { plan, ftyp: null, init: null, moof: null, boxes: new BoxStream((type, bytes) => this.take(lane, type, bytes)), fresh: [] };
      return lane;
    });
  }

  /**
   * What came from the pipe of the track with this index. It is looked at once the other pipes have been read as well: where this process was held up, all
   * of them hold seconds, and a track that is merely read later than the picture is not late.
   * @throws BadMedia; it reads no further then
   */
  push(index: number, chunk: Buffer): void {
    if (this.failure !== null) throw this.failure.error;
    this.lanes[index]?.boxes.push(chunk);
    this.turn ??= setImmediate(() => this.tryToLook());
  }

  /** The engine has ended: what is there is whole. */
  end(): void {
    if (this.turn !== null) clearImmediate(this.turn);
    this.tryToLook();
    this.window.closeSegment();
    this.window.announce();
  }

  private take(lane: Lane, type: string, bytes: Buffer): void {
    if (type === 'ftyp') lane.ftyp = bytes;
    else if (type === 'moov') this.takeMovie(lane, bytes);
    else if (type === 'moof') lane.moof = bytes;
    else if (type === 'mdat' && lane.moof !== null && lane.init !== null) {
      const { track } = lane.init;
      for (const { samples } of readFragment(lane.moof, bytes, (id) => (id === track.id ? track.defaults : undefined))) {
        for (const sample of samples) this.takeSample(lane, sample);
      }
      lane.moof = null;
    }
  }

  private takeMovie(lane: Lane, moov: Buffer): void {
    const [track] = readMovie(moov);
    if (track !== undefined) lane.init = { track, bytes: Buffer.concat([...(lane.ftyp === null ? [] : [lane.ftyp]), moov]) };
  }

  private takeSample(lane: Lane, sample: Sample): void {
    this.progress();
    lane.fresh.push(sample);
  }

  /** What is wrong with it is told to whoever brings the next of it. */
  private tryToLook(): void {
    this.turn = null;
    try {
      this.look();
    } catch (error) {
      this.failure = { error };
    }
  }

  private look(): void {
    for (const { lane, sample } of this.takeFresh()) {
      const { timescale } = lane.init!.track;
      // a frame is here when it is over
      this.clock.saw((sample.decodeTime + sample.duration) / timescale, this.now());
      if (this.early !== null) this.early.push({ lane, sample });
      else this.segmenter?.push(lane.plan.key, sample);
      if (lane === this.lanes[0] && sample.duration / timescale > JUMP) this.startAnew();
    }
    this.begin();
    this.window.announce();
  }

  /** Of all tracks in the order of their time; of each as it came. */
  private takeFresh(): { lane: Lane; sample: Sample }[] {
    const queues = this.lanes.map((lane) => ({ lane, samples: lane.fresh.splice(0), next: 0 }));
    const timeOf = ({ lane, samples, next }: (typeof queues)[number]): number => (next < samples.length ? samples[next]!.decodeTime / lane.init!.track.timescale : Infinity);
    const count = queues.reduce((sum, { samples }) => sum + samples.length, 0);
    return Array.from({ length: count }, () => {
      const first = queues.reduce((earliest, one) => (timeOf(one) < timeOf(earliest) ? one : earliest));
      first.next += 1;
      return { lane: first.lane, sample: first.samples[first.next - 1]! };
    });
  }

  private begin(): void {
    if (this.early === null || this.early.length === 0 || !this.clock.isSettled(this.now())) return;
    const lanes = this.lanes.filter(({ init }) => init !== null);
    const blind = this.lanes.some(({ plan, init }) => plan.kind === 'video' && init === null);
    if (lanes.length < this.lanes.length && this.secondsEarly() < (blind ? LATE_PICTURE : LATECOMERS)) return;
    const { early } = this;
    this.early = null;
    this.beginGeneration(lanes);
    for (const { lane, sample } of early) this.segmenter?.push(lane.plan.key, sample);
  }

  private secondsEarly(): number {
    const [first, last] = [this.early?.[0], this.early?.at(-1)].map((one) => (one === undefined ? 0 : one.sample.decodeTime / one.lane.init!.track.timescale));
    return (last ?? 0) - (first ?? 0);
  }

  private beginGeneration(lanes: readonly Lane[]): void {
    const tracks = lanes.map(({ plan, init }) => describeTrack(plan, init!.track));
    this.window.beginGeneration(tracks, Object.fromEntries(lanes.map(({ plan, init }) => [plan.key, init!.bytes])));
    const leading = (lanes.find(({ plan }) => plan.kind === 'video') ?? lanes[0])?.plan.key;
    this.segmenter = new Segmenter(
      lanes.map(({ plan, init }) => ({ key: plan.key, kind: plan.kind, timescale: init!.track.timescale, trackId: init!.track.id })),
      {
        open: (begins) => this.window.openSegment(this.clock.startOf(begins)),
        part: (key, part) => this.window.addPart(key, part, key === leading),
        close: () => this.window.closeSegment(),
      },
    );
  }

  /** The venue's time stamps jumped: a generation without a hole begins. */
  private startAnew(): void {
    if (this.segmenter === null) return;
    this.window.closeSegment();
    this.clock = new ProgrammeClock();
    this.segmenter = null;
    this.early = [];
  }
}

export function describeTrack(plan: PlannedTrack, track: MovieTrack): MediaTrack {
  const { key, kind, language, name, floor, bandwidth, frameRate } = plan;
  const about = { key, kind, container: 'fmp4' as const, language, name, floor, bandwidth, codecs: track.codecs };
  return kind === 'video' ? { ...about, width: track.width, height: track.height, ...(frameRate === undefined ? {} : { frameRate }) } : about;
}
