import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from '../../../platform/logging/logger.js';
import { chooseLanes, type ChosenLanes, type Lane } from '../../../rules/streams/choose-lanes.js';
import { liveEdge, newestOf } from '../../../rules/streams/live-edge.js';
import type { PlaylistTrouble } from '../../../rules/streams/playlist-trouble.js';
import type { ExternalSegment } from '../../../rules/streams/read-playlist.js';
import type { Ffmpeg } from '../../engines/ffmpeg/find-ffmpeg.js';
import type { Arrivals } from '../arrivals.js';
import { FollowedLane, readAt, type MediaPlaylist } from './followed-lane.js';
import { NotFetched, type GuardedFetch } from './guarded-fetch.js';
import { RepackedStream, type SegmentContainer } from './repacked-stream.js';

export interface Pulling {
  ffmpeg: Ffmpeg;
  inputId: string;
  /** Of the playlist, of one picture or of several. */
  url: string;
  fetcher: GuardedFetch;
  arrivals: Arrivals;
  logger: Logger;
}

interface Joined {
  lane: FollowedLane;
  language: string | null;
  first: ExternalSegment;
  container: SegmentContainer;
}

/** Milliseconds. */
const LEAST_WAIT = 300;
const MOST_WAIT = 3_000;
const AFTER_A_FAILURE = 1_000;
const LONGEST_BACK_OFF = 10_000;
/** Milliseconds with nothing left to show, after which the other server is gone. */
const SILENCE = 3_000;
/** Milliseconds in which a live playlist goes on, or three of its segments where those are longer. */
const STILL = 15_000;

/**
 * Takes HLS that others make, from hosts that the operator allows, as if a venue sent it: what comes becomes an input with our segments,
 * renditions and health. Nothing is shown of a playlist that does not go on: what it holds may be of yesterday.
 */
export class HlsPuller {
  /** Why there is nothing just now; null while it comes. */
  trouble: PlaylistTrouble | null = null;
  private readonly stopping = new AbortController();
  private readonly over: Promise<void>;
  /** The newest segment that was seen there. */
  private newest: string | null = null;
  private backOff = AFTER_A_FAILURE;

  constructor(private readonly pulling: Pulling) {
    this.over = this.follow();
  }

  async close(): Promise<void> {
    this.stopping.abort();
    await this.over;
  }

  private async follow(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      try {
        await this.pull();
      } catch (error) {
        this.tell(error);
        await this.wait(this.backOff);
        this.backOff = Math.min(this.backOff * 2, LONGEST_BACK_OFF);
      }
    }
  }

  /** One stretch. Resolves where it broke and another begins; rejects with why there is none. */
  private async pull(): Promise<void> {
    const { ffmpeg, inputId, url, fetcher, arrivals } = this.pulling;
    const chosen = chooseLanes(await readAt(url, fetcher, this.stopping.signal), url);
    if (chosen === null) throw new NotFetched('empty', 'no picture');
    const joined = await this.join(chosen);
    const stream = new RepackedStream(ffmpeg, { containers: joined.map(({ container }) => container), languages: joined.slice(1).map(({ language }) => language), soundWithin: chosen.soundWithin }, inputId, arrivals);
    const close = (): void => void stream.close();
    this.stopping.signal.addEventListener('abort', close, { once: true });
    try {
      await this.feed(stream, joined);
    } finally {
      this.stopping.signal.removeEventListener('abort', close);
      await stream.close();
    }
  }

  /** Waits until the picture's playlist goes on, and finds where each lane begins. A language that cannot be had is left out. */
  private async join({ picture, sounds }: ChosenLanes): Promise<Joined[]> {
    const lane = this.lane(picture);
    const playlist = await this.moved(lane);
    const leading = await this.begin(lane, null, liveEdge(playlist.segments)[0]);
    const others = await Promise.allSettled(sounds.map(async (sound) => {
      const its = this.lane(sound);
      const { segments } = await its.look();
      return await this.begin(its, sound.language, segments.find(({ sequence }) => sequence === leading.first.sequence) ?? liveEdge(segments)[0]);
    }));
    return [leading, ...others.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))];
  }

  private async moved(lane: FollowedLane): Promise<MediaPlaylist> {
    const began = Date.now();
    for (;;) {
      const playlist = await lane.look();
      if (playlist.ended) throw new NotFetched('ended', 'no live stream');
      const newest = newestOf(playlist.segments);
      const isNew = this.newest !== null && newest !== null && newest !== this.newest;
      this.newest = newest ?? this.newest;
      if (isNew) return playlist;
      if (Date.now() - began > Math.max(STILL, playlist.targetDuration * 3_000)) throw new NotFetched('still', 'nothing is added to it');
      await this.wait(pollEvery(playlist));
    }
  }

  private async begin(lane: FollowedLane, language: string | null, first: ExternalSegment | undefined): Promise<Joined> {
    if (first === undefined) throw new NotFetched('empty', 'no segments');
    return { lane, language, first, container: await lane.beginWith(first) };
  }

  private async feed(stream: RepackedStream, joined: readonly Joined[]): Promise<void> {
    for (;;) {
      let every = AFTER_A_FAILURE;
      try {
        const { playlist, end } = await this.advance(stream, joined);
        every = pollEvery(playlist);
        this.newest = newestOf(playlist.segments) ?? this.newest;
        this.trouble = null;
        this.backOff = AFTER_A_FAILURE;
        if (end !== null) await stream.finish();
        if (end === 'broken') return;
        if (end === 'ended') throw new NotFetched('ended', 'no live stream');
      } catch (error) {
        // what is held is shown to its end
        if (stream.dryFor > SILENCE || !isPassing(error)) throw error;
        this.tell(error);
      }
      if (stream.dryFor > SILENCE) throw new NotFetched('still', 'nothing is added to it');
      await this.wait(every);
      this.stopping.signal.throwIfAborted();
    }
  }

  private async advance(stream: RepackedStream, joined: readonly Joined[]) {
    const looks = await Promise.allSettled(joined.map(async ({ lane }, index) => {
      const playlist = await lane.look();
      return { playlist, end: await lane.advance(playlist, index === 0, (bytes) => stream.write(index, bytes)) };
    }));
    const failed = looks.find((one) => one.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
    const all = looks.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    return { playlist: all[0]!.playlist, end: all.map(({ end }) => end).find((end) => end !== null) ?? null };
  }

  private lane({ url }: Lane): FollowedLane {
    return new FollowedLane(url, this.pulling.fetcher, this.stopping.signal);
  }

  private tell(error: unknown): void {
    const { logger, inputId } = this.pulling;
    if (this.stopping.signal.aborted) return;
    if (!(error instanceof NotFetched)) logger.error({ err: error, inputId }, 'a playlist of others could not be followed');
    const trouble = error instanceof NotFetched ? error.reason : 'no-answer';
    if (trouble !== this.trouble) logger.warn({ inputId, trouble, because: error instanceof Error ? error.message : undefined }, 'what others make is not to be had');
    this.trouble = trouble;
  }

  private async wait(milliseconds: number): Promise<void> {
    await delay(milliseconds, undefined, { signal: this.stopping.signal }).catch(() => undefined);
  }
}

const pollEvery = ({ targetDuration }: MediaPlaylist): number => Math.min(MOST_WAIT, Math.max(LEAST_WAIT, targetDuration * 500));

/** Whether it may be better at the next attempt, with what was begun. */
const isPassing = (error: unknown): boolean => error instanceof NotFetched && error.reason === 'no-answer';
