import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AUDIO_ONLY } from '../../rules/streams/media-paths.js';
import type { MediaTrack } from '../../rules/streams/source.js';
import { writeMultivariantPlaylist } from '../../rules/streams/write-multivariant-playlist.js';
import { writeRecordingPlaylist, type RecordedSegment } from '../../rules/streams/write-recording-playlist.js';
import type { KeptTrack } from './keep-segment.js';
import type { RecordingEntity } from './recording.entity.js';

/** Where the media of recordings are, with their slash at the end; a recording's key follows, then the file. */
export const RECORDED_MEDIA_PATH = '/streams/recorded/';

const PLAYLIST = /^([\w-]{1,64})\.m3u8$/;
/** The playlist that a player opens first. */
export const MAIN = 'main';
/** Texts that are remembered: those that are watched now. */
const MOST_KNOWN = 60;

export type Shown = Pick<RecordingEntity, 'id' | 'channelId' | 'mediaKey' | 'tracks' | 'startsAt' | 'endsAt' | 'shownFrom' | 'shownTo' | 'changedAt'>;

/** The playlists of recordings, written from what is kept. One that is still being made ends where it is now. */
@Injectable()
export class ReplayPlaylists {
  private readonly known = new Map<string, string>();

  constructor(private readonly source: DataSource) {}

  /** Null where no playlist is called so. */
  async text(recording: Shown, file: string): Promise<string | null> {
    const key = PLAYLIST.exec(file)?.[1];
    if (key === undefined) return null;
    const name = `${recording.id} ${recording.changedAt.getTime()} ${file}`;
    const known = recording.endsAt === null ? undefined : this.known.get(name);
    if (known !== undefined) return known;
    const text = await this.write(recording, key);
    if (text !== null && recording.endsAt !== null) this.remember(name, text);
    return text;
  }

  private async write(recording: Shown, key: string): Promise<string | null> {
    const rows = await this.segments(recording);
    if (key === MAIN) return writeMultivariantPlaylist(recording.tracks.filter((track) => rows.some(({ tracks }) => tracks[track.key] !== undefined)));
    const track = recording.tracks.find((one) => one.key === key);
    return track === undefined ? null : writeRecordingPlaylist(segmentsOf(rows, track, recording.mediaKey));
  }

  private async segments({ channelId, startsAt, endsAt, shownFrom, shownTo }: Shown): Promise<SegmentRow[]> {
    return await this.source.query<SegmentRow[]>(
      `SELECT sequence::float8 AS sequence, starts_at AS "startsAt", discontinuity, tracks FROM recorded_segment
       WHERE channel_id = $1 AND starts_at < least($3::timestamptz, $5::timestamptz, 'infinity') AND ends_at > greatest($2::timestamptz, $4::timestamptz) ORDER BY sequence`,
      [channelId, startsAt, endsAt, shownFrom, shownTo],
    );
  }

  private remember(name: string, text: string): void {
    for (const oldest of this.known.keys()) {
      if (this.known.size < MOST_KNOWN) break;
      this.known.delete(oldest);
    }
    this.known.set(name, text);
  }
}

/** Where who only listens begins. */
export const AUDIO_ONLY_FILE = `${AUDIO_ONLY}.m3u8`;
export const MAIN_FILE = `${MAIN}.m3u8`;

interface SegmentRow {
  sequence: number;
  startsAt: Date;
  discontinuity: boolean;
  tracks: Record<string, KeptTrack>;
}

/** After segments that were not kept, or that have nothing in this track, time stamps begin anew for a player. */
function segmentsOf(rows: readonly SegmentRow[], { key }: MediaTrack, mediaKey: string): RecordedSegment[] {
  const at = (file: string): string => `${RECORDED_MEDIA_PATH}${mediaKey}/${file}`;
  let expected: number | null = null;
  let broken = false;
  return rows.flatMap(({ sequence, startsAt, discontinuity, tracks }) => {
    broken ||= discontinuity || (expected !== null && sequence !== expected);
    expected = sequence + 1;
    const kept = tracks[key];
    if (kept === undefined) {
      broken = true;
      return [];
    }
    const segment = { uri: at(kept.file), init: kept.init === null ? null : at(kept.init), startsAt: startsAt.getTime(), duration: kept.duration, discontinuity: broken };
    broken = false;
    return [segment];
  });
}
