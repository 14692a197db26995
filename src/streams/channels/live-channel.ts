import { advance } from '../../rules/streams/advance.js';
import { openTimeline, type ChannelSettings, type ChannelTimeline } from '../../rules/streams/channel.js';
import type { MediaTrack, SourceId, SourceWindows, TrackKey } from '../../rules/streams/source.js';
import { lastItem } from '../../rules/streams/track-view.js';
import type { PlaylistForm } from '../../rules/streams/write-media-playlist.js';
import { Audience } from './audience.js';
import { PreparedPlaylists } from './prepared-playlists.js';
import { WaitingReloads } from './waiting-reloads.js';

/** Target durations that a reload waits at most, as the RFC says. */
const WAITS = 3;

/** The newest of a track: an open segment with so many parts, or one that is whole. */
export interface Edge {
  sequence: number;
  parts: number;
  whole: boolean;
}

/** One channel as it runs: its timeline, what is shown of it, who waits for the next part. */
export class LiveChannel {
  private timeline: ChannelTimeline;
  private readonly prepared: PreparedPlaylists;
  private readonly edges = new Map<TrackKey, Edge | null>();
  readonly waiting: WaitingReloads;
  readonly audience: Audience;
  /** What it is to show: see `advance`. */
  private on: SourceId | null = null;

  constructor(readonly id: string, readonly settings: ChannelSettings, now: () => number = Date.now, arrived?: () => void) {
    this.timeline = openTimeline(settings, firstNumbers(now()));
    this.prepared = new PreparedPlaylists(settings.tracks);
    this.waiting = new WaitingReloads(WAITS * settings.targetDuration * 1000);
    this.audience = new Audience(now, arrived);
  }

  /** Whose segments it takes now; another than what it is to show as long as that has nothing yet. Null before the first. */
  get source(): SourceId | null {
    return this.timeline.entries.at(-1)?.source ?? null;
  }

  /** False: it does already. */
  show(source: SourceId | null): boolean {
    const isOther = source !== this.on;
    this.on = source;
    return isOther;
  }

  /** Whether a change of that source can be a change of the channel. */
  follows(source: SourceId): boolean {
    return source === this.on || source === this.source;
  }

  /** Looks at the sources, and answers who waited for what they have. */
  update(sources: SourceWindows): void {
    const next = advance(this.timeline, sources, this.on);
    if (next === this.timeline) return;
    this.timeline = next;
    this.prepared.forget();
    this.edges.clear();
    this.waiting.look();
  }

  get main(): Buffer {
    return this.prepared.main;
  }

  get plainMain(): Buffer {
    return this.prepared.plainMain;
  }

  track(key: TrackKey): MediaTrack | undefined {
    return this.prepared.track(key);
  }

  playlist(track: MediaTrack, form: PlaylistForm): string {
    return this.prepared.of(this.timeline, track, form);
  }

  /** The same as gzip. */
  squeezed(track: MediaTrack, form: PlaylistForm): Buffer {
    return this.prepared.squeezedOf(this.timeline, track, form);
  }

  /** Null while there is nothing of the track. */
  edge(track: MediaTrack): Edge | null {
    const known = this.edges.get(track.key);
    if (known !== undefined) return known;
    const last = lastItem(this.timeline, track);
    const edge = last === undefined ? null : { sequence: last.sequence, parts: last.parts.length, whole: last.file !== null };
    this.edges.set(track.key, edge);
    return edge;
  }

  /** All that is published, as a value: for the recording, and for whoever looks in. */
  get state(): ChannelTimeline {
    return this.timeline;
  }
}

/** Milliseconds a segment lasts at least on the whole, and that go by between discontinuities. */
const SEGMENTS = 500;
const DISCONTINUITIES = 10_000;
const BEGINNING = Date.UTC(2026, 0, 1);

/** Numbers that a channel opened later, by a server that was started anew, has all above: a player that stayed is not led back. */
function firstNumbers(now: number): { sequence: number; discontinuitySequence: number } {
  return { sequence: Math.floor(now / SEGMENTS), discontinuitySequence: Math.max(0, Math.floor((now - BEGINNING) / DISCONTINUITIES)) };
}
