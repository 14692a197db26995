import type { Logger } from '../../platform/logging/logger.js';
import type { Ffmpeg } from '../engines/ffmpeg/find-ffmpeg.js';
import { SupervisedProgram } from '../engines/ffmpeg/supervised-program.js';
import { QuietLooks } from '../engines/quiet-looks.js';
import type { Arrivals } from './arrivals.js';
import { TsFeed } from './ts-feed.js';

export interface SrtListening {
  host: string;
  port: number;
  /** 10 to 79 letters, digits, `-` and `_`; SRT refuses a caller without it, and encrypts with it. */
  passphrase: string;
  latencyMs: number;
}

/** Milliseconds without a byte, after which the caller is gone; in so many looks. */
const SILENCE = 1_500;
const LOOKS = 3;

/** An ffmpeg listens again soon after its caller has left, or its port was still taken. */
const AGAIN = { backOff: 100, mostBackOff: 2_000, goodLife: 1_000 };

/**
 * One SRT listener, for one input: an ffmpeg that hands on the bytes as they are (`-f data`), so that nothing is looked at or held back twice. It
 * takes one caller; when that one leaves, it ends, which is how we know at once. Only where {@link Ffmpeg.srt}. Its address, with the passphrase, is
 * written to a pipe, for arguments can be read by everyone with an account on this machine.
 */
export class SrtListener {
  private readonly program: SupervisedProgram;

  constructor(ffmpeg: Ffmpeg, inputId: string, listening: SrtListening, arrivals: Arrivals, logger: Logger) {
    this.program = new SupervisedProgram({
      plan: () => ({
        program: ffmpeg.path, feed: true, outputs: 1,
        args: ({ feed, outputs }) => [
          '-nostdin', '-hide_banner', '-nostats', '-loglevel', 'error', '-f', 'data', '-protocol_whitelist', 'hls,pipe,srt', '-i', `hls+pipe:${feed}`,
          '-map', '0', '-c', 'copy', '-f', 'data', '-flush_packets', '1', `pipe:${outputs[0] ?? 1}`,
        ],
      }),
      attend: (run) => {
        run.feed?.end(listOfOne(address(listening)));
        let feed: TsFeed | null = null;
        const looks = new QuietLooks(LOOKS);
        let timer: NodeJS.Timeout | undefined;
        run.outputs[0]?.on('data', (chunk: Buffer) => {
          if (feed === null) {
            feed = new TsFeed();
            arrivals.arrived(inputId, feed);
            // one that was cut off says no goodbye, and SRT waits five seconds for it
            timer = setInterval(() => looks.look() && this.program.restart(), SILENCE / LOOKS);
          }
          looks.heard();
          feed.push(chunk);
        });
        return () => {
          clearInterval(timer);
          if (feed !== null) arrivals.gone(inputId, feed);
        };
      },
      isFed: () => false,
      onEnding: (ending, lastLines) => logger.debug({ inputId, ending, lastLines: lastLines.slice(-2) }, 'an SRT listener begins anew'),
      limits: AGAIN,
    });
  }

  async close(): Promise<void> {
    await this.program.stop();
  }
}

/** Latency is in microseconds. Some versions decode what stands in an address and others do not: the passphrase has no letter for which that matters. */
const address = ({ host, port, passphrase, latencyMs }: SrtListening): string => `srt://${host}:${port}?mode=listener&passphrase=${passphrase}&pbkeylen=16&latency=${latencyMs * 1_000}`;

/**
 * ffmpeg takes options and addresses from its arguments only, and its own lists of addresses want files of a known size or look into what comes. Its
 * `hls` protocol (not the demuxer of that name) hands on the bytes of what a playlist names, and the playlist is read from a pipe.
 */
const listOfOne = (one: string): string => ['#EXTM3U', '#EXT-X-TARGETDURATION:1', '#EXTINF:1,', one, '#EXT-X-ENDLIST', ''].join('\n');
