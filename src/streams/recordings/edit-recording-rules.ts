import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Conferences } from '../../conferences/conference.queries.js';
import type { ChannelId, ConferenceId, SessionId } from '../../contract/ids.js';
import type { StageRecording } from '../../contract/recordings.js';
import { actorName } from '../../platform/access/actors.js';
import { may, type Actor } from '../../platform/access/policy.js';
import { recordAudit } from '../../platform/audit/record-audit.js';
import { problem } from '../../platform/problems/problem-error.js';
import { reachedChannel } from '../setup/channel-reach.js';

/** What is recorded: of each stage, and of a session whose people want it otherwise. */
@Injectable()
export class EditRecordingRules {
  constructor(
    private readonly source: DataSource,
    private readonly conferences: Conferences,
  ) {}

  /** @throws ProblemError `not-found`; `conflict` for the programme, which shows what its stages send */
  async ofStage(slug: string, id: ChannelId, recording: StageRecording, actor: Actor): Promise<void> {
    await this.source.transaction(async (tx) => {
      const conference = await this.conferences.bySlug(slug, tx);
      const { kind } = await reachedChannel(tx, conference, id, actor, 'edit-recordings');
      if (kind === 'programme') throw problem('conflict', 'The programme is not recorded: its stages are. Choose it for each of them.');
      await tx.query(`UPDATE stream_channel SET recording = $2 WHERE id = $1`, [id, recording]);
      await recordAudit(tx, { actor: actorName(actor), action: 'edit-recordings.stage', conferenceId: conference.id, subject: `channel:${id}`, details: { recording } });
    });
  }

  /** `wanted` null: as its stage. A recording that is under way and no longer wanted is removed by the recorder. @throws ProblemError `not-found` */
  async ofSession(slug: string, id: SessionId, wanted: boolean | null, actor: Actor): Promise<void> {
    await this.source.transaction(async (tx) => {
      const conference = await this.conferences.bySlug(slug, tx);
      await mustReach(tx, conference.id, id, actor);
      await tx.query(`DELETE FROM recording_choice WHERE session_id = $1`, [id]);
      if (wanted !== null) await tx.query(`INSERT INTO recording_choice (session_id, wanted) VALUES ($1, $2)`, [id, wanted]);
      await recordAudit(tx, { actor: actorName(actor), action: 'edit-recordings.session', conferenceId: conference.id, subject: `session:${id}`, details: { wanted } });
    });
  }
}

/** A host's are sessions of which all is held in their city, in either plan, or that are the city's and held nowhere. */
async function mustReach(tx: EntityManager, conferenceId: ConferenceId, id: SessionId, actor: Actor): Promise<void> {
  const [session] = await tx.query<{ cityId: string | null; heldIn: string[] }[]>(
    `SELECT o.city_id AS "cityId", ARRAY(SELECT DISTINCT v.city_id FROM slot p JOIN room r ON r.id = p.room_id JOIN venue v ON v.id = r.venue_id WHERE p.session_id = o.id) AS "heldIn"
     FROM session o WHERE o.id = $1 AND o.conference_id = $2`,
    [id, conferenceId],
  );
  const cities = session === undefined ? [] : session.heldIn.length > 0 ? session.heldIn : [session.cityId];
  const isTheirs = cities.length > 0 && cities.every((cityId) => may(actor, 'edit-recordings', { conferenceId, cityId }) !== 'forbidden');
  if (!isTheirs) throw problem('not-found', 'There is no such session among those that you look after. It may have been moved or removed.');
}
