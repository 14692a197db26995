/** Since when a picture moves, or stands still: epoch milliseconds, one of the two. */
export type Motion = { movingSince: number; frozenSince: null } | { movingSince: null; frozenSince: number };

/** Seconds for which a picture must be the same to stand still. */
const STILL = 2;

/**
 * The filter that sees it, on the smallest picture, where it costs next to nothing. The mean difference that counts is 0.1 % of the range: the
 * noise of a camera is above it, what an encoder makes of an unmoved picture from one key frame to the next is below. Sizes of encoded frames
 * do not tell these apart.
 * @param output the pipe that it is told by
 */
export const motionFilter = (output: number): string => `freezedetect=n=-60dB:d=${STILL},metadata=mode=print:direct=1:file='pipe\\:${output}'`;

/** Whether this ffmpeg can tell it at once: an older one keeps it until it has a lot to tell. */
export const tellsMotion = ({ major }: { major: number }): boolean => major >= 59;

/** Reads what the filter tells, of one life of an engine: a picture moves until it is known to stand still. */
export class MotionReader {
  private open = '';

  constructor(
    private readonly told: (motion: Motion) => void,
    private readonly now: () => number = Date.now,
  ) {
    told({ movingSince: now(), frozenSince: null });
  }

  push(chunk: Buffer): void {
    const lines = (this.open + chunk.toString('latin1')).split('\n');
    this.open = (lines.pop() ?? '').slice(0, 400);
    for (const line of lines) this.read(line);
  }

  private read(line: string): void {
    if (line.startsWith('lavfi.freezedetect.freeze_start=')) this.told({ movingSince: null, frozenSince: this.now() - STILL * 1_000 });
    if (line.startsWith('lavfi.freezedetect.freeze_end=')) this.told({ movingSince: this.now(), frozenSince: null });
  }
}
