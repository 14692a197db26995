import { threeLetters } from '../../../rules/streams/three-letters.js';
import type { Ffmpeg } from '../../engines/ffmpeg/find-ffmpeg.js';
import { ProgramRun } from '../../engines/ffmpeg/program-run.js';
import type { Arrivals } from '../arrivals.js';
import { TsFeed } from '../ts-feed.js';
import { NotFetched } from './guarded-fetch.js';
import { TsPacer } from './ts-pacer.js';

/** How the segments of a lane are packed. */
export type SegmentContainer = 'mpegts' | 'mp4';

export interface RepackedLanes {
  /** The picture's first. */
  containers: readonly SegmentContainer[];
  /** Of the lanes after the first, BCP 47. */
  languages: readonly (string | null)[];
  /** The first lane brings the floor's sound. */
  soundWithin: boolean;
}

/** Bytes that wait for ffmpeg. It only copies: it hangs. */
const MOST_WAITING = 90_000_000;
/** Milliseconds of media that wait to be handed on: a playlist that runs faster than time. */
const MOST_HELD = 90_000;
/** Milliseconds that ffmpeg may take to copy the last of it. */
const PATIENCE = 5_000;

/**
 * One unbroken stretch of the segments that others make, as a feed like that of a venue: an ffmpeg puts picture and languages into one transport
 * stream without looking into them, and the pacer spreads in time what came at once. It opens pipes of ours and nothing else, whatever the
 * segments say.
 */
export class RepackedStream {
  private readonly run: ProgramRun;
  private readonly pacer: TsPacer;
  private readonly feed = new TsFeed();
  private hasArrived = false;
  private lastWritten = Date.now();
  private isClosed = false;
  private hasEnded = false;

  constructor(
    ffmpeg: Ffmpeg, lanes: RepackedLanes,
    private readonly inputId: string,
    private readonly arrivals: Arrivals,
  ) {
    this.pacer = new TsPacer((bytes) => this.handOn(bytes));
    this.run = new ProgramRun({ program: ffmpeg.path, feed: lanes.containers.length, outputs: 1, args: ({ feeds, outputs }) => repacking(lanes, feeds, outputs[0] ?? 1) });
    this.run.outputs[0]?.on('data', (chunk: Buffer) => {
      if (!this.isClosed) this.pacer.push(chunk);
    });
    void this.run.ended.then(() => (this.hasEnded = true));
  }

  /** Milliseconds for which nothing came and nothing was left to hand on. */
  get dryFor(): number {
    return Math.min(this.pacer.dryFor, Date.now() - this.lastWritten);
  }

  /** A segment of a lane, or what its segments need first. @throws NotFetched where it cannot be taken */
  write(lane: number, bytes: Buffer): void {
    const pipe = this.run.feeds[lane];
    if (this.hasEnded || pipe === undefined) throw new NotFetched('other-media', 'its segments cannot be read');
    if (pipe.writableLength > MOST_WAITING || this.pacer.held > MOST_HELD) throw new NotFetched('too-large', 'more comes than is shown in that time');
    pipe.write(bytes);
    this.lastWritten = Date.now();
  }

  /** Nothing more comes: resolves when all of it is handed on. */
  async finish(): Promise<void> {
    for (const pipe of this.run.feeds) pipe.end();
    const late = setTimeout(() => void this.run.kill(), PATIENCE);
    await this.run.ended;
    clearTimeout(late);
    await this.pacer.drained();
  }

  async close(): Promise<void> {
    this.isClosed = true;
    this.pacer.close();
    if (this.hasArrived) this.arrivals.gone(this.inputId, this.feed);
    this.hasArrived = false;
    await this.run.kill();
  }

  private handOn(bytes: Buffer): void {
    if (!this.hasArrived) this.arrivals.arrived(this.inputId, this.feed);
    this.hasArrived = true;
    this.feed.push(bytes);
  }
}

/** Lanes keep their time stamps, by which they belong together; one alone has breaks mended that its playlist does not tell of. */
function repacking({ containers, languages, soundWithin }: RepackedLanes, feeds: readonly number[], output: number): string[] {
  const sounds = [...(soundWithin ? [languages.length === 0 ? '0:a?' : '0:a:0?'] : []), ...languages.map((_, index) => `${index + 1}:a:0`)];
  const first = soundWithin ? 1 : 0;
  return [
    '-nostdin', '-hide_banner', '-nostats', '-loglevel', 'error', ...(containers.length > 1 ? ['-copyts'] : []),
    ...containers.flatMap((container, index) => [
      '-protocol_whitelist', 'pipe', '-thread_queue_size', '1024', '-analyzeduration', '1000000', '-probesize', '2000000', '-f', container, '-i', `pipe:${feeds[index] ?? 0}`,
    ]),
    '-map', '0:v:0?', ...sounds.flatMap((sound) => ['-map', sound]), '-c', 'copy',
    ...languages.flatMap((language, index) => {
      const letters = language === null ? null : threeLetters(language);
      return letters === null ? [] : [`-metadata:s:a:${first + index}`, `language=${letters}`];
    }),
    '-sn', '-dn', '-muxdelay', '0', '-pcr_period', '20', '-muxpreload', '0', '-flush_packets', '1', '-f', 'mpegts', `pipe:${output}`,
  ];
}
