import { writeFragment, type Sample } from './fragments.js';
import { PART_TARGET } from './segment-lengths.js';

export interface BuiltPart {
  bytes: Buffer;
  /** Seconds. */
  duration: number;
  /** Begins with a key frame. */
  independent: boolean;
}

const ROUNDING = 0.001;

/** Puts samples together to parts of at most the part target, each of which is told as soon as it is full. */
export class PartBuilder {
  private samples: Sample[] = [];
  private ticks = 0;
  private sequence = 0;

  constructor(
    private readonly track: { timescale: number; trackId: number },
    private readonly take: (part: BuiltPart) => void,
  ) {}

  add(sample: Sample): void {
    this.samples.push(sample);
    this.ticks += sample.duration;
    // the next one will be about as long as this one
    if ((this.ticks + sample.duration) / this.track.timescale > PART_TARGET + ROUNDING) this.flush();
  }

  /** What there is becomes a part, however short: a segment ends. */
  flush(): void {
    const [first] = this.samples;
    if (first === undefined) return;
    this.sequence += 1;
    const part = { bytes: writeFragment(this.track.trackId, this.sequence, this.samples), duration: this.ticks / this.track.timescale, independent: first.key };
    this.samples = [];
    this.ticks = 0;
    this.take(part);
  }
}
