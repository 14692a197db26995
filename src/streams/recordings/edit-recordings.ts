import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { publish } from '../../agenda/publish.js';
import { Conferences } from '../../conferences/conference.queries.js';
import type { RecordingId } from '../../contract/ids.js';
import type { Recording, RecordingState, RecordingTrim } from '../../contract/recordings.js';
import { actorName } from '../../platform/access/actors.js';
import { may, type Actor } from '../../platform/access/policy.js';
import { recordAudit } from '../../platform/audit/record-audit.js';
import { problem } from '../../platform/problems/problem-error.js';
import { newMediaKey } from './recorder.js';
import { RecordingEntity } from './recording.entity.js';
import { Recordings } from './recordings.queries.js';
import { RemoveLeftovers } from './remove-leftovers.js';

type Verb = 'stop' | 'trim' | 'publish' | 'withdraw' | 'remove';

/** From which states something may be done, and what to do otherwise. */
const FROM: Record<Verb, { states: readonly RecordingState[]; otherwise: string }> = {
  stop: { states: ['recording'], otherwise: 'It has ended already.' },
  trim: { states: ['ready', 'published', 'withdrawn', 'failed'], otherwise: 'It is still being made. Stop it first, or wait until its session ends.' },
  publish: { states: ['ready', 'withdrawn', 'failed'], otherwise: 'It is still being made, or published already.' },
  withdraw: { states: ['published'], otherwise: 'It is not published.' },
  remove: { states: ['ready', 'published', 'withdrawn', 'failed'], otherwise: 'It is still being made. Stop it first.' },
};

/** What people do with recordings. What attendees see of it is a revision of the published agenda, and each act is in the audit log. */
@Injectable()
export class EditRecordings {
  private readonly logger = new Logger(EditRecordings.name);

  constructor(
    private readonly source: DataSource,
    private readonly conferences: Conferences,
    private readonly recordings: Recordings,
    private readonly leftovers: RemoveLeftovers,
  ) {}

  /** Before its session ends, which goes on. */
  async stop(slug: string, id: RecordingId, actor: Actor): Promise<Recording> {
    return await this.write(slug, id, actor, 'stop', async (tx) => {
      await tx.query(`UPDATE recording SET state = 'ready', ends_at = greatest(starts_at, clock_timestamp()), changed_at = now() WHERE id = $1`, [id]);
    });
  }

  /** @throws ProblemError `conflict` where nothing of it would be left */
  async trim(slug: string, id: RecordingId, { shownFrom, shownTo }: RecordingTrim, actor: Actor): Promise<Recording> {
    return await this.write(slug, id, actor, 'trim', async (tx) => {
      await tx.query(`UPDATE recording SET shown_from = $2, shown_to = $3, changed_at = now() WHERE id = $1`, [id, shownFrom, shownTo]);
      await refuseNothing(tx, id);
    });
  }

  async publish(slug: string, id: RecordingId, actor: Actor): Promise<Recording> {
    return await this.write(slug, id, actor, 'publish', async (tx) => {
      await refuseNothing(tx, id);
      await tx.query(`UPDATE recording SET state = 'published', changed_at = now() WHERE id = $1`, [id]);
    });
  }

  /** Nobody can watch it from now on, also who has begun: its media have other addresses afterwards. */
  async withdraw(slug: string, id: RecordingId, actor: Actor): Promise<Recording> {
    return await this.write(slug, id, actor, 'withdraw', async (tx) => {
      await tx.query(`UPDATE recording SET state = 'withdrawn', media_key = $2, changed_at = now() WHERE id = $1`, [id, newMediaKey()]);
    });
  }

  /** For ever, with its media. */
  async remove(slug: string, id: RecordingId, actor: Actor): Promise<void> {
    await this.act(slug, id, actor, 'remove', async (tx) => void (await tx.delete(RecordingEntity, { id })));
    // what the storage refuses now is tried again by the periodic job
    await this.leftovers.run().catch((error: unknown) => this.logger.warn(`the media of recording ${id} are removed later: ${String(error)}`));
  }

  private async write(slug: string, id: RecordingId, actor: Actor, verb: Verb, work: (tx: EntityManager) => Promise<void>): Promise<Recording> {
    return await this.act(slug, id, actor, verb, async (tx, { conferenceId }) => {
      await work(tx);
      return await this.recordings.one(tx, conferenceId, id);
    });
  }

  private async act<T>(slug: string, id: RecordingId, actor: Actor, verb: Verb, work: (tx: EntityManager, recording: RecordingEntity) => Promise<T>): Promise<T> {
    return await this.source.transaction(async (tx) => {
      const { id: conferenceId } = await this.conferences.bySlug(slug, tx);
      const sessionId = (await tx.findOneBy(RecordingEntity, { id, conferenceId }))?.sessionId ?? null;
      const results: T[] = [];
      const run = async (): Promise<void> => {
        const recording = await tx.findOne(RecordingEntity, { where: { id, conferenceId }, lock: { mode: 'pessimistic_write' } });
        if (recording === null || may(actor, 'edit-recordings', { conferenceId, cityId: recording.cityId }) === 'forbidden') throw noRecording();
        if (!FROM[verb].states.includes(recording.state)) throw problem('conflict', FROM[verb].otherwise);
        results.push(await work(tx, recording));
      };
      if (sessionId === null) await run();
      else await publish(tx, { conferenceId, scope: { place: false, sessions: [sessionId] }, kind: 'live', note: '', actor: actorName(actor) }, run);
      await recordAudit(tx, { actor: actorName(actor), action: `edit-recordings.${verb}`, conferenceId, subject: `recording:${id}` });
      return results[0] as T;
    });
  }
}

/** @throws ProblemError `conflict` */
async function refuseNothing(tx: EntityManager, id: RecordingId): Promise<void> {
  const [shown] = await tx.query<object[]>(
    `SELECT 1 FROM recording r JOIN recorded_segment g ON g.channel_id = r.channel_id
     WHERE r.id = $1 AND g.starts_at < least(r.ends_at, r.shown_to) AND g.ends_at > greatest(r.starts_at, r.shown_from) LIMIT 1`,
    [id],
  );
  if (shown === undefined) throw problem('conflict', 'There would be nothing to watch. Choose another beginning or end.');
}

export const noRecording = () => problem('not-found', 'There is no such recording here. It may have been removed.');
