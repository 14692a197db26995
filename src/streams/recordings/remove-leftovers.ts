import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PeriodicJobs } from '../../platform/periodic/periodic-jobs.js';
import { storageName, type KeptTrack } from './keep-segment.js';
import { RECORDING_STORAGE, type RecordingStorage } from './storage/recording-storage.js';

/** Segments that are removed at once, so that no transaction is long. */
const AT_ONCE = 200;

interface Leftover {
  id: string;
  channelId: string;
  startsAt: Date;
  endsAt: Date | null;
}

/** Takes media out of the storage that no recording shows any more, whatever took it away: its organizers, or the end of its conference. */
@Injectable()
export class RemoveLeftovers {
  /** One at a time: who asks while it runs is asked for after that, for it may have passed over what they left. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly source: DataSource,
    @Inject(RECORDING_STORAGE) private readonly storage: RecordingStorage,
    jobs: PeriodicJobs,
  ) {
    jobs.add({ name: 'remove-recordings', everySeconds: 60, run: async () => ({ removed: await this.run() }) });
  }

  /** Answers how many segments were removed. @throws what the storage throws: it is tried again */
  async run(): Promise<number> {
    const mine = this.last.then(async () => await this.removeAll());
    this.last = mine.catch(() => undefined);
    return await mine;
  }

  private async removeAll(): Promise<number> {
    let removed = 0;
    const leftovers = await this.source.query<Leftover[]>(`SELECT id, channel_id AS "channelId", starts_at AS "startsAt", ends_at AS "endsAt" FROM recording_leftover ORDER BY id`);
    for (const leftover of leftovers) {
      for (let some = await this.removeSome(leftover); some > 0; some = await this.removeSome(leftover)) removed += some;
      await this.source.query(`DELETE FROM recording_leftover WHERE id = $1`, [leftover.id]);
    }
    return removed;
  }

  private async removeSome({ channelId, startsAt, endsAt }: Leftover): Promise<number> {
    const rows = await this.source.query<{ sequence: string; tracks: Record<string, KeptTrack>; inits: string[] }[]>(
      `SELECT sequence, tracks, inits FROM recorded_segment s
       WHERE channel_id = $1 AND starts_at < coalesce($3, 'infinity'::timestamptz) AND ends_at > $2
         AND NOT EXISTS (SELECT FROM recording r WHERE r.channel_id = s.channel_id AND s.starts_at < coalesce(r.ends_at, 'infinity'::timestamptz) AND s.ends_at > r.starts_at)
       ORDER BY sequence LIMIT ${AT_ONCE}`,
      [channelId, startsAt, endsAt],
    );
    if (rows.length === 0) return 0;
    const sequences = rows.map(({ sequence }) => sequence);
    // init segments are shared: the last that refers to one takes it along
    const inits = await this.source.query<{ init: string }[]>(
      `SELECT DISTINCT init FROM unnest($2::text[]) AS init
       WHERE NOT EXISTS (SELECT FROM recorded_segment s WHERE s.channel_id = $1 AND s.sequence <> ALL($3::bigint[]) AND init = ANY(s.inits))`,
      [channelId, rows.flatMap((row) => row.inits), sequences],
    );
    const files = new Set([...rows.flatMap(({ tracks }) => Object.values(tracks).map(({ file }) => file)), ...inits.map(({ init }) => init)]);
    await this.storage.remove([...files].map((file) => storageName(channelId, file)));
    await this.source.query(`DELETE FROM recorded_segment WHERE channel_id = $1 AND sequence = ANY($2::bigint[])`, [channelId, sequences]);
    return rows.length;
  }
}
