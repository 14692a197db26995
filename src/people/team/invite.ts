import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Conferences, type ConferenceKey } from '../../conferences/conference.queries.js';
import type { NewInvitation, RoleAt } from '../../contract/team.js';
import { queueMail } from '../../notifications/queue-mail.js';
import { actorName } from '../../platform/access/actors.js';
import type { Actor } from '../../platform/access/policy.js';
import { recordAudit } from '../../platform/audit/record-audit.js';
import { CONFIGURATION, type Configuration } from '../../platform/configuration.js';
import { linkTo } from '../../platform/http/link-to.js';
import { newId } from '../../platform/new-id.js';
import { problem } from '../../platform/problems/problem-error.js';
import { SEALING, type Sealing } from '../../platform/sealing/sealing.js';
import { hashSecret, newSecret } from '../accounts/secrets.js';
import { mayAssign } from './may-assign.js';
import { conferenceOf, mustAssign, standingOf } from './team-scope.js';

/** Days that an invitation can be accepted. */
export const INVITATION_DAYS = 7;

interface HeldInvitation extends RoleAt {
  id: string;
  emailSealed: Buffer;
  cityOfVenue: string | null;
}

/** Invites people to the team by mail, again, and no longer. The link's token is in the mail only; we keep its hash. */
@Injectable()
export class Invite {
  constructor(
    private readonly source: DataSource,
    private readonly conferences: Conferences,
    @Inject(SEALING) private readonly sealing: Sealing,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /** @throws ProblemError `conflict` where the address has one for that role already */
  async invite(slug: string, { email, language, ...role }: NewInvitation, actor: Actor): Promise<string> {
    return await this.source.transaction(async (tx) => {
      const conference = await this.conferences.bySlug(slug, tx);
      await mustAssign(tx, actor, conference.id, role);
      const emailIndex = this.sealing.emailIndex(email);
      const values = [role.role, conferenceOf(role.role, conference.id), role.cityId, role.venueId];
      await refuseTwice(tx, emailIndex, values);
      const id = newId<string>();
      const secret = newSecret();
      await tx.query(
        `INSERT INTO invitation (id, token_hash, role, conference_id, city_id, venue_id, email_index, email_sealed, invited_by, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, now() + make_interval(days => ${INVITATION_DAYS}))`,
        [id, hashSecret(secret), ...values, emailIndex, this.sealing.seal(email, `invitation.email:${id}`), actor.kind === 'person' ? actor.accountId : null],
      );
      await this.mail(tx, conference, { ...role, email, language, secret });
      await record(tx, conference, id, actor, 'invite', role.role);
      return id;
    });
  }

  /** Sends a fresh link, good for as long again; the one before no longer works. */
  async resend(slug: string, id: string, language: string, actor: Actor): Promise<void> {
    await this.source.transaction(async (tx) => {
      const { conference, held } = await this.find(tx, slug, id, actor);
      const secret = newSecret();
      await tx.query(`UPDATE invitation SET token_hash = $2, expires_at = now() + make_interval(days => ${INVITATION_DAYS}) WHERE id = $1`, [id, hashSecret(secret)]);
      const email = this.sealing.open(held.emailSealed, `invitation.email:${id}`);
      await this.mail(tx, conference, { ...held, email, language, secret });
      await record(tx, conference, id, actor, 'resend', held.role);
    });
  }

  async revoke(slug: string, id: string, actor: Actor): Promise<void> {
    await this.source.transaction(async (tx) => {
      const { conference, held } = await this.find(tx, slug, id, actor);
      await tx.query(`UPDATE invitation SET revoked_at = now() WHERE id = $1`, [id]);
      await record(tx, conference, id, actor, 'revoke', held.role);
    });
  }

  private async find(tx: EntityManager, slug: string, id: string, actor: Actor): Promise<{ conference: ConferenceKey; held: HeldInvitation }> {
    const conference = await this.conferences.bySlug(slug, tx);
    const [held] = await tx.query<HeldInvitation[]>(
      `SELECT i.id, i.email_sealed AS "emailSealed", i.role, i.city_id AS "cityId", i.venue_id AS "venueId", v.city_id AS "cityOfVenue"
       FROM invitation i LEFT JOIN venue v ON v.id = i.venue_id
       WHERE i.id = $2 AND i.role <> 'speaker' AND (i.conference_id = $1 OR i.role = 'administrator') AND i.accepted_at IS NULL AND i.revoked_at IS NULL FOR UPDATE OF i`,
      [conference.id, id],
    );
    if (held === undefined || !mayAssign(standingOf(actor, conference.id), held, held.cityOfVenue)) {
      throw problem('not-found', 'There is no such open invitation. It may have been accepted or taken back.');
    }
    return { conference, held };
  }

  private async mail(tx: EntityManager, conference: ConferenceKey, to: RoleAt & { email: string; language: string; secret: string }): Promise<void> {
    const [names] = await tx.query<{ title: string; place: string | null }[]>(
      `SELECT title, coalesce((SELECT name FROM city WHERE id = $2), (SELECT name FROM venue WHERE id = $3)) AS place FROM conference WHERE id = $1`,
      [conference.id, to.cityId, to.venueId],
    );
    const params = { conference: names?.title ?? conference.slug, role: to.role, place: names?.place ?? null, link: linkTo(this.configuration, `/invitations/${to.secret}`), days: INVITATION_DAYS };
    await queueMail(tx, this.sealing, { email: to.email, language: to.language, template: 'team-invitation', params });
  }
}

async function refuseTwice(tx: EntityManager, emailIndex: Buffer, values: readonly unknown[]): Promise<void> {
  const [held] = await tx.query<{ open: boolean }[]>(
    `SELECT true AS open FROM invitation i WHERE i.email_index = $1 AND accepted_at IS NULL AND revoked_at IS NULL
       AND (i.role, i.conference_id, i.city_id, i.venue_id) IS NOT DISTINCT FROM ($2::text, $3::uuid, $4::uuid, $5::uuid)
     UNION ALL
     SELECT false FROM membership m JOIN account a ON a.id = m.account_id WHERE a.email_index = $1
       AND (m.role, m.conference_id, m.city_id, m.venue_id) IS NOT DISTINCT FROM ($2::text, $3::uuid, $4::uuid, $5::uuid) LIMIT 1`,
    [emailIndex, ...values],
  );
  if (held === undefined) return;
  const detail = held.open ? 'This address is invited already. Send that invitation again instead.' : 'This person holds that role already.';
  throw problem('conflict', detail, { errors: [{ path: '/email', message: detail }] });
}

async function record(tx: EntityManager, conference: ConferenceKey, id: string, actor: Actor, what: string, role: string): Promise<void> {
  await recordAudit(tx, { actor: actorName(actor), action: `manage-team.${what}`, conferenceId: conference.id, subject: `invitation:${id}`, details: { role } });
}
