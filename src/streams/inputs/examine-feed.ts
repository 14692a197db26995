import type { AudioFacts, SourceFacts, VideoFacts } from '../../rules/streams/judge-source.js';
import { fedInput } from '../engines/ffmpeg/arguments.js';
import type { Ffmpeg } from '../engines/ffmpeg/find-ffmpeg.js';
import { ProgramRun } from '../engines/ffmpeg/program-run.js';
import type { Feed } from '../ingest/feed.js';
import { BoxStream } from '../origin/box-stream.js';
import { BadMedia } from '../origin/boxes.js';
import { readFragment, type Sample } from '../origin/fragments.js';
import { readMovie, type MovieTrack } from '../origin/read-movie.js';

/** Key frames and seconds after which one knows how far apart they are; or else seconds after which they are too far apart. */
const ENOUGH_KEY_FRAMES = 2;
const SOME_SECONDS = 1.5;
const ENOUGH_SECONDS = 4.5;
/** Milliseconds. */
const PATIENCE = 12_000;
/** Bytes that wait to be looked at. */
const MOST_WAITING = 8_000_000;

interface Seen {
  track: MovieTrack;
  bytes: number;
  frames: number;
  /** Ticks. */
  first: number;
  last: number;
  lastKey: number | null;
  keys: number;
  longest: number;
}

/** How sound is repacked: as it is, or, where that cannot be, made anew so that at least the rest is seen. */
type Sound = 'copied' | 'encoded';

/**
 * Looks at what comes, without encoding the picture: ffmpeg repacks it, and we read what it wrote. Null where nothing came that it could read, or
 * it was told to stop before.
 */
export async function examineFeed(ffmpeg: Ffmpeg, feed: Feed, stop: AbortSignal): Promise<SourceFacts | null> {
  return (await look(ffmpeg, feed, 'copied', stop)) ?? (await look(ffmpeg, feed, 'encoded', stop));
}

async function look(ffmpeg: Ffmpeg, feed: Feed, sound: Sound, stop: AbortSignal): Promise<SourceFacts | null> {
  if (stop.aborted) return null;
  const run = new ProgramRun({
    program: ffmpeg.path, feed: true, outputs: 1,
    args: ({ feed: from, outputs }) => [
      '-nostdin', '-hide_banner', '-nostats', '-loglevel', 'error', ...fedInput(feed.container).args(from), '-map', '0:v:0?', '-map', '0:a?', '-c:v', 'copy', ...soundArguments(feed, sound), '-sn', '-dn',
      '-movflags', '+empty_moov+default_base_moof+frag_discont+frag_every_frame+delay_moov', '-use_editlist', '0', '-avoid_negative_ts', 'disabled', '-output_ts_offset', '10',
      '-flush_packets', '1', '-f', 'mp4', `pipe:${outputs[0] ?? 1}`,
    ],
  });
  const end = (): void => void run.kill();
  const late = setTimeout(end, PATIENCE);
  stop.addEventListener('abort', end, { once: true });
  const leave = feed.read((chunk) => {
    if ((run.feed?.writableLength ?? 0) < MOST_WAITING) run.feed?.write(chunk);
  });
  const seen = new Look(sound, end);
  run.outputs[0]?.on('data', (chunk: Buffer) => seen.push(chunk));
  await run.ended;
  leave();
  clearTimeout(late);
  stop.removeEventListener('abort', end);
  return seen.facts();
}

/** AAC in a transport stream has headers of its own, which an MP4 does not; this filter refuses every other codec. */
const soundArguments = ({ container }: Feed, sound: Sound): string[] =>
  sound === 'encoded' ? ['-c:a', 'aac', '-b:a', '64k'] : ['-c:a', 'copy', ...(container === 'mpegts' ? ['-bsf:a', 'aac_adtstoasc'] : [])];

class Look {
  private readonly seen = new Map<number, Seen>();
  private moof: Buffer | null = null;
  private over = false;
  private readonly boxes = new BoxStream((type, bytes) => this.take(type, bytes));

  constructor(
    private readonly sound: Sound,
    private readonly end: () => void,
  ) {}

  push(chunk: Buffer): void {
    if (this.over) return;
    try {
      this.boxes.push(chunk);
    } catch (error) {
      if (!(error instanceof BadMedia)) throw error;
      this.finish();
    }
  }

  facts(): SourceFacts | null {
    const all = [...this.seen.values()].filter(({ frames }) => frames > 1);
    const video = all.find(({ track }) => track.kind === 'video');
    // what broke off at once says nothing
    if (all.length === 0 || !this.over) return null;
    return {
      video: video === undefined ? null : videoFacts(video),
      audio: all.filter(({ track }) => track.kind === 'audio').map((one) => audioFacts(one, this.sound)),
      seconds: Math.max(...all.map(secondsOf)),
    };
  }

  private take(type: string, bytes: Buffer): void {
    if (type === 'moov') {
      for (const track of readMovie(bytes)) this.seen.set(track.id, { track, bytes: 0, frames: 0, first: 0, last: 0, lastKey: null, keys: 0, longest: 0 });
    } else if (type === 'moof') this.moof = bytes;
    else if (type === 'mdat' && this.moof !== null) {
      for (const { trackId, samples } of readFragment(this.moof, bytes, (id) => this.seen.get(id)?.track.defaults)) for (const sample of samples) count(this.seen.get(trackId)!, sample);
      this.moof = null;
      if ([...this.seen.values()].some((one) => (one.track.kind === 'video' && one.keys >= ENOUGH_KEY_FRAMES && secondsOf(one) > SOME_SECONDS) || secondsOf(one) > ENOUGH_SECONDS)) this.finish();
    }
  }

  private finish(): void {
    this.over = true;
    this.end();
  }
}

function count(seen: Seen, { decodeTime, duration, key, bytes }: Sample): void {
  if (seen.frames === 0) seen.first = decodeTime;
  seen.frames += 1;
  seen.bytes += bytes.length;
  seen.last = decodeTime + duration;
  if (key) {
    if (seen.lastKey !== null) seen.longest = Math.max(seen.longest, decodeTime - seen.lastKey);
    seen.lastKey = decodeTime;
    seen.keys += 1;
  }
}

const secondsOf = ({ first, last, track }: Seen): number => (last - first) / track.timescale;

function videoFacts(seen: Seen): VideoFacts {
  const { track, frames, bytes, keys, last, lastKey } = seen;
  const seconds = secondsOf(seen) || 1;
  // the interval that is under way may be longer than those that are over
  const underWay = lastKey === null ? seconds : (last - lastKey) / track.timescale;
  return {
    codecs: track.codecs, width: track.width, height: track.height, frameRate: Math.round((frames / seconds) * 100) / 100, bitrate: Math.round((bytes * 8) / seconds),
    keyFrameInterval: Math.round(Math.max(seen.longest / track.timescale, underWay) * 1_000) / 1_000, keyFrames: keys,
  };
}

function audioFacts(seen: Seen, sound: Sound): AudioFacts {
  const { codecs, audio, language } = seen.track;
  return {
    codecs: sound === 'copied' ? codecs : '', channels: audio?.channels ?? 0, sampleRate: audio?.sampleRate ?? 0,
    bitrate: sound === 'copied' ? Math.round((seen.bytes * 8) / (secondsOf(seen) || 1)) : null, language: language === null ? null : tagOf(language),
  };
}

/** `fas` is `fa`: three letters in containers, two in languages of the web. */
function tagOf(language: string): string | null {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? null;
  } catch {
    return null;
  }
}
