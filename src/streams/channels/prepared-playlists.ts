import { gzipSync } from 'node:zlib';
import type { ChannelTimeline } from '../../rules/streams/channel.js';
import type { MediaTrack, TrackKey } from '../../rules/streams/source.js';
import { writeMediaPlaylist, type PlaylistForm } from '../../rules/streams/write-media-playlist.js';
import { writeMultivariantPlaylist } from '../../rules/streams/write-multivariant-playlist.js';

/** Where the playlists for caches are, beside the others. */
export const PLAIN_FOLDER = 'plain/';

/** The texts of one state of a channel, written when the first asks and sent to all who do. */
export class PreparedPlaylists {
  private readonly tracks: ReadonlyMap<TrackKey, MediaTrack>;
  private readonly texts = new Map<string, string>();
  private readonly squeezed = new Map<string, Buffer>();
  readonly main: Buffer;
  readonly plainMain: Buffer;

  constructor(tracks: readonly MediaTrack[]) {
    this.tracks = new Map(tracks.map((track) => [track.key, track]));
    this.main = Buffer.from(writeMultivariantPlaylist(tracks));
    this.plainMain = Buffer.from(writeMultivariantPlaylist(tracks, PLAIN_FOLDER));
  }

  track(key: TrackKey): MediaTrack | undefined {
    return this.tracks.get(key);
  }

  /** ASCII: keys and names of media are. */
  of(timeline: ChannelTimeline, track: MediaTrack, form: PlaylistForm): string {
    const name = `${form} ${track.key}`;
    const known = this.texts.get(name);
    if (known !== undefined) return known;
    const text = writeMediaPlaylist(timeline, track, form);
    this.texts.set(name, text);
    return text;
  }

  /** The same as gzip, made when the first asks for that: some kilobytes in a tenth of a millisecond. */
  squeezedOf(timeline: ChannelTimeline, track: MediaTrack, form: PlaylistForm): Buffer {
    const name = `${form} ${track.key}`;
    const known = this.squeezed.get(name);
    if (known !== undefined) return known;
    const squeezed = gzipSync(this.of(timeline, track, form));
    this.squeezed.set(name, squeezed);
    return squeezed;
  }

  /** The channel has another state. */
  forget(): void {
    this.texts.clear();
    this.squeezed.clear();
  }
}
