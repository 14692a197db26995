import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ChannelEntry, ChannelTimeline } from '../../rules/streams/channel.js';
import { readMediaFileName } from '../../rules/streams/media-paths.js';
import type { TrackKey } from '../../rules/streams/source.js';
import { trackItems } from '../../rules/streams/track-view.js';
import { RECORDABLE_CHANNELS, type RecordableChannels } from './recordable-channels.js';
import { RECORDING_STORAGE, type RecordingStorage } from './storage/recording-storage.js';

/** A kept segment in one track. */
export interface KeptTrack {
  file: string;
  init: string | null;
  /** Seconds. */
  duration: number;
}

/** All of one segment, read from memory and not written yet. */
interface Gathered {
  tracks: Record<TrackKey, KeptTrack>;
  /** By file name; a file that stands for two tracks is there once. */
  media: Map<string, readonly Buffer[]>;
  inits: string[];
  bytes: number;
}

export type Outcome = { kept: number } | 'media-gone' | 'nothing-recorded' | 'over-limit';

/** What a file of a channel is called in the storage. */
export const storageName = (channelId: string, file: string): string => `${channelId}/${file}`;

/** Puts one whole segment of a channel, all of its tracks, into the storage. */
@Injectable()
export class KeepSegment {
  constructor(
    private readonly source: DataSource,
    @Inject(RECORDING_STORAGE) private readonly storage: RecordingStorage,
    @Inject(RECORDABLE_CHANNELS) private readonly channels: RecordableChannels,
  ) {}

  /**
   * @param room bytes that may still be kept
   * @throws what the storage throws: nothing is kept then
   */
  async run(channelId: string, timeline: ChannelTimeline, entry: ChannelEntry, room: number): Promise<Outcome> {
    const gathered = this.gather(timeline, entry);
    if (gathered === null) return 'media-gone';
    if (gathered.bytes > room) return 'over-limit';
    for (const [file, media] of gathered.media) await this.storage.write(storageName(channelId, file), media);
    if (await this.enter(channelId, entry, gathered)) return { kept: gathered.bytes };
    // whoever wanted it is gone meanwhile: what it began with may be another's
    const own = [...gathered.media.keys()].filter((file) => !gathered.inits.includes(file));
    await this.storage.remove(own.map((file) => storageName(channelId, file)));
    return 'nothing-recorded';
  }

  private gather(timeline: ChannelTimeline, entry: ChannelEntry): Gathered | null {
    const tracks: Record<TrackKey, KeptTrack> = {};
    const media = new Map<string, readonly Buffer[]>();
    const inits = new Set<string>();
    for (const track of timeline.settings.tracks) {
      const [item] = trackItems({ ...timeline, entries: [entry] }, track);
      // blank captions and gaps are not kept: their playlist goes on after them
      if (item === undefined || item.file === null || item.gap || (item.init === null && track.container === 'fmp4')) continue;
      const files = [item.file, ...(item.init === null ? [] : [item.init])];
      for (const file of files) {
        const held = media.get(file) ?? this.mediaOf(file);
        if (held !== undefined) media.set(file, held);
      }
      if (!files.every((file) => media.has(file))) continue;
      if (item.init !== null) inits.add(item.init);
      tracks[track.key] = { file: item.file, init: item.init, duration: item.duration };
    }
    if (Object.keys(tracks).length === 0) return null;
    const bytes = [...media.values()].flat().reduce((sum, { length }) => sum + length, 0);
    return { tracks, media, inits: [...inits], bytes };
  }

  private mediaOf(file: string): readonly Buffer[] | undefined {
    const asked = readMediaFileName(file);
    const held = asked === null ? undefined : this.channels.media(asked.name);
    return held === undefined || asked?.what.piece !== 'first' ? held : held.slice(0, asked.what.parts);
  }

  /** False where no recording wants it any more; one that does cannot be removed before it is entered. */
  private async enter(channelId: string, { sequence, segment, discontinuity }: ChannelEntry, { tracks, inits, bytes }: Gathered): Promise<boolean> {
    const entered = await this.source.query<object[]>(
      `WITH wanted AS (SELECT id FROM recording WHERE channel_id = $1 AND state = 'recording' FOR KEY SHARE)
       INSERT INTO recorded_segment (channel_id, sequence, starts_at, ends_at, discontinuity, tracks, inits, bytes)
       SELECT $1, $2, $3, $4, $5, $6, $7, $8 WHERE EXISTS (SELECT FROM wanted) ON CONFLICT DO NOTHING RETURNING sequence`,
      [channelId, sequence, new Date(segment.startsAt), new Date(segment.startsAt + segment.duration * 1000), discontinuity, JSON.stringify(tracks), inits, bytes],
    );
    return entered.length > 0;
  }
}
