import { readPlaylist, type ExternalPlaylist, type ExternalSegment } from '../../../rules/streams/read-playlist.js';
import { NotFetched, type GuardedFetch } from './guarded-fetch.js';
import type { SegmentContainer } from './repacked-stream.js';

export type MediaPlaylist = Extract<ExternalPlaylist, { kind: 'media' }>;

const MOST_PLAYLIST = 2_000_000;
const MOST_SEGMENT = 30_000_000;
/** Attempts at a segment that does not come, before it is passed over. */
const ATTEMPTS = 3;
/** Every packet of a transport stream begins with it. */
const SYNC = 0x47;

/** What a look at a lane says: more may come, or these segments end here (the playlist says so, it began anew, or what follows does not go on from it). */
export type LaneEnd = null | 'ended' | 'broken';

/** One playlist of another server, whose segments are taken one after the other. */
export class FollowedLane {
  private last = -1;
  private init: string | null = null;
  private hasBegun = false;
  private failed = { sequence: -1, attempts: 0 };
  private ready: { sequence: number; media: Buffer } | null = null;

  constructor(
    private readonly url: string,
    private readonly fetcher: GuardedFetch,
    private readonly signal: AbortSignal,
  ) {}

  /** @throws NotFetched */
  async look(): Promise<MediaPlaylist> {
    const playlist = await readAt(this.url, this.fetcher, this.signal);
    if (playlist.kind !== 'media') throw new NotFetched('not-a-playlist', 'no playlist of segments');
    return playlist;
  }

  /** The next segment taken will be this one; resolves with how it is packed. @throws NotFetched where it does not come, or is neither */
  async beginWith(segment: ExternalSegment): Promise<SegmentContainer> {
    const { sequence } = segment;
    this.last = sequence - 1;
    if (segment.init !== null) return 'mp4';
    const media = await this.fetch(segment);
    if (media[0] !== SYNC) throw new NotFetched('other-media', 'neither MPEG-TS nor fragmented MP4');
    this.ready = { sequence, media };
    return 'mpegts';
  }

  private async fetch({ url, range }: Pick<ExternalSegment, 'url' | 'range'>): Promise<Buffer> {
    return (await this.fetcher.fetch(url, { mostBytes: MOST_SEGMENT, range, signal: this.signal })).bytes;
  }

  /** Gives what is new in it, a first segment after its init. @param isLeading its breaks count; other lanes go along */
  async advance({ segments, ended }: MediaPlaylist, isLeading: boolean, give: (bytes: Buffer) => void): Promise<LaneEnd> {
    const newest = segments.at(-1)?.sequence;
    if (newest !== undefined && newest < this.last) return 'broken';
    for (const segment of segments.filter(({ sequence }) => sequence > this.last)) {
      const init = segment.init === null ? null : JSON.stringify(segment.init);
      if (this.hasBegun && ((isLeading && segment.discontinuity) || init !== this.init)) return 'broken';
      const media = await this.attempt(segment);
      if (media === null) continue;
      if (!this.hasBegun && segment.init !== null) give(await this.fetch(segment.init));
      this.init = init;
      this.hasBegun = true;
      give(media);
    }
    return ended ? 'ended' : null;
  }

  /** Null: it was asked for often enough. */
  private async attempt(segment: ExternalSegment): Promise<Buffer | null> {
    const { sequence } = segment;
    if (this.failed.sequence !== sequence) this.failed = { sequence, attempts: 0 };
    this.failed.attempts += 1;
    try {
      const media = this.ready?.sequence === sequence ? this.ready.media : await this.fetch(segment);
      this.ready = null;
      this.last = sequence;
      return media;
    } catch (error) {
      if (this.failed.attempts < ATTEMPTS) throw error;
      this.last = sequence;
      return null;
    }
  }
}

/** @throws NotFetched also where there is no playlist that can be used */
export async function readAt(address: string, fetcher: GuardedFetch, signal: AbortSignal): Promise<Exclude<ExternalPlaylist, { kind: 'refused' }>> {
  const { bytes, url } = await fetcher.fetch(address, { mostBytes: MOST_PLAYLIST, signal });
  const playlist = readPlaylist(bytes.toString('utf8'), url);
  if (playlist.kind === 'refused') throw new NotFetched(playlist.reason, 'no playlist that can be used');
  return playlist;
}
