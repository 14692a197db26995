import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CityId, VenueId } from '../contract/ids.js';
import { Conferences } from '../conferences/conference.queries.js';
import { actorName, mustBeAllowed } from '../platform/access/actors.js';
import type { Actor } from '../platform/access/policy.js';
import { recordAudit } from '../platform/audit/record-audit.js';
import { problem } from '../platform/problems/problem-error.js';

/** Takes a mistaken check-in back: the ticket admits again. The log keeps who did so. */
@Injectable()
export class UndoCheckIn {
  constructor(
    private readonly source: DataSource,
    private readonly conferences: Conferences,
  ) {}

  /** Undone twice is undone. @throws ProblemError `not-found` */
  async run(slug: string, id: string, actor: Actor): Promise<void> {
    await this.source.transaction(async (tx) => {
      const { id: conferenceId } = await this.conferences.bySlug(slug, tx);
      const [row] = await tx.query<{ venueId: VenueId; cityId: CityId; undone: boolean }[]>(
        `SELECT c.venue_id AS "venueId", v.city_id AS "cityId", c.undone_at IS NOT NULL AS undone FROM check_in c JOIN venue v ON v.id = c.venue_id
         WHERE c.id = $1 AND c.conference_id = $2 FOR UPDATE OF c`,
        [id, conferenceId],
      );
      if (row === undefined) throw problem('not-found', 'This conference has no such check-in.');
      mustBeAllowed(actor, 'check-in', { conferenceId, cityId: row.cityId, venueId: row.venueId });
      if (row.undone) return;
      await tx.query(`UPDATE check_in SET undone_at = now() WHERE id = $1`, [id]);
      await recordAudit(tx, { actor: actorName(actor), action: 'check-in.undo', conferenceId, subject: `check-in:${id}`, details: { venue: row.venueId } });
    });
  }
}
