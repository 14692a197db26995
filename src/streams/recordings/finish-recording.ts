import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { publish } from '../../agenda/publish.js';
import type { RecordingId } from '../../contract/ids.js';
import type { RecordingFailure } from '../../contract/recordings.js';
import type { StageRecording } from '../../rules/streams/to-record.js';
import { RecordingEntity } from './recording.entity.js';

/** In the audit log and the revision log, for what is done without anyone. */
const RECORDER = 'recorder';

/** Ends a recording: from then on it is a video. */
@Injectable()
export class FinishRecording {
  constructor(private readonly source: DataSource) {}

  /** @param endsAt epoch milliseconds; null where it is no longer being made */
  async run(id: RecordingId, endsAt: number, stage: StageRecording): Promise<void> {
    await this.source.transaction(async (tx) => {
      const recording = await tx.findOneBy(RecordingEntity, { id });
      if (recording === null) return;
      const { sessionId, conferenceId } = recording;
      if (stage !== 'publish' || sessionId === null) return await end(tx, id, endsAt, 'ready');
      await publish(tx, { conferenceId, scope: { place: false, sessions: [sessionId] }, kind: 'live', note: '', actor: RECORDER }, async () => await end(tx, id, endsAt, 'published'));
    });
  }

  /** What was kept until now stays. The control room's log says why it ends. */
  async fail(id: RecordingId, failure: RecordingFailure, now: number): Promise<void> {
    await this.source.query(
      `WITH ended AS (
         UPDATE recording SET state = 'failed', failure = $2, ends_at = greatest(starts_at, $3), changed_at = now() WHERE id = $1 AND state = 'recording' RETURNING channel_id)
       INSERT INTO stream_event (channel_id, what, details)
       SELECT e.channel_id, 'recording-failed', jsonb_build_object('failure', $2::text) FROM ended e JOIN stream_channel c ON c.id = e.channel_id`,
      [id, failure, new Date(now)],
    );
  }
}

/** Whoever comes second changes nothing. */
async function end(tx: EntityManager, id: RecordingId, endsAt: number, state: 'ready' | 'published'): Promise<void> {
  await tx.query(`UPDATE recording SET state = $2, ends_at = greatest(starts_at, $3), changed_at = now() WHERE id = $1 AND state = 'recording'`, [id, state, new Date(endsAt)]);
}
