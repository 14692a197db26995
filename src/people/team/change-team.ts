import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Conferences } from '../../conferences/conference.queries.js';
import type { ConferenceId } from '../../contract/ids.js';
import type { RoleAt } from '../../contract/team.js';
import { actorName } from '../../platform/access/actors.js';
import type { Actor } from '../../platform/access/policy.js';
import { recordAudit } from '../../platform/audit/record-audit.js';
import { problem } from '../../platform/problems/problem-error.js';
import { mayAssign } from './may-assign.js';
import { conferenceOf, mustAssign, standingOf } from './team-scope.js';

interface HeldMembership extends RoleAt {
  id: string;
  accountId: string;
  cityOfVenue: string | null;
}

/** Changes and takes away the roles that people hold. A trigger tells of it, and their sockets are closed: see realtime/actor-changes.ts. */
@Injectable()
export class ChangeTeam {
  constructor(
    private readonly source: DataSource,
    private readonly conferences: Conferences,
  ) {}

  /** @throws ProblemError `conflict` for the last administrator, and where the person holds the new role already */
  async change(slug: string, id: string, wanted: RoleAt, actor: Actor): Promise<void> {
    await this.write(slug, id, actor, 'change', wanted.role, async (tx, held, conferenceId) => {
      await mustAssign(tx, actor, conferenceId, wanted);
      if (held.role === 'administrator' && wanted.role !== 'administrator') await refuseLastAdministrator(tx);
      const values = [wanted.role, conferenceOf(wanted.role, conferenceId), wanted.cityId, wanted.venueId];
      const [taken] = await tx.query<object[]>(
        `SELECT 1 FROM membership WHERE account_id = $1 AND id <> $2 AND (role, conference_id, city_id, venue_id) IS NOT DISTINCT FROM ($3::text, $4::uuid, $5::uuid, $6::uuid)`,
        [held.accountId, id, ...values],
      );
      if (taken !== undefined) throw problem('conflict', 'This person holds that role already.', { errors: [{ path: '/role', message: 'Held already.' }] });
      await tx.query(`UPDATE membership SET role = $2, conference_id = $3, city_id = $4, venue_id = $5 WHERE id = $1`, [id, ...values]);
    });
  }

  /** @throws ProblemError `conflict` for the last administrator */
  async remove(slug: string, id: string, actor: Actor): Promise<void> {
    await this.write(slug, id, actor, 'remove', null, async (tx, held) => {
      if (held.role === 'administrator') await refuseLastAdministrator(tx);
      await tx.query(`DELETE FROM membership WHERE id = $1`, [id]);
    });
  }

  private async write(
    slug: string, id: string, actor: Actor, what: 'change' | 'remove', to: string | null,
    work: (tx: EntityManager, held: HeldMembership, conferenceId: ConferenceId) => Promise<void>,
  ): Promise<void> {
    await this.source.transaction(async (tx) => {
      const conference = await this.conferences.bySlug(slug, tx);
      const held = await findMembership(tx, conference.id, id);
      if (held === undefined || !mayAssign(standingOf(actor, conference.id), held, held.cityOfVenue)) {
        throw problem('not-found', 'There is no such member in the team that you look after.');
      }
      await work(tx, held, conference.id);
      // what they offered others while they held it does not outlive it
      await tx.query(
        `UPDATE invitation SET revoked_at = now() WHERE invited_by = $1 AND accepted_at IS NULL AND revoked_at IS NULL AND ($2 OR conference_id = $3)`,
        [held.accountId, held.role === 'administrator', conference.id],
      );
      await recordAudit(tx, {
        actor: actorName(actor), action: `manage-team.${what}`, conferenceId: conference.id, subject: `account:${held.accountId}`, details: { from: held.role, to },
      });
    });
  }
}

async function findMembership(tx: EntityManager, conferenceId: ConferenceId, id: string): Promise<HeldMembership | undefined> {
  const [row] = await tx.query<HeldMembership[]>(
    `SELECT m.id, m.account_id AS "accountId", m.role, m.city_id AS "cityId", m.venue_id AS "venueId", v.city_id AS "cityOfVenue"
     FROM membership m LEFT JOIN venue v ON v.id = m.venue_id
     WHERE m.id = $2 AND (m.conference_id = $1 OR m.role = 'administrator') FOR UPDATE OF m`,
    [conferenceId, id],
  );
  return row;
}

/** Locks all of them, so that the last two cannot remove each other at once. */
async function refuseLastAdministrator(tx: EntityManager): Promise<void> {
  const rows = await tx.query<object[]>(`SELECT id FROM membership WHERE role = 'administrator' ORDER BY id FOR UPDATE`);
  if (rows.length <= 1) throw problem('conflict', 'This is the last administrator. Make somebody else one first.');
}
