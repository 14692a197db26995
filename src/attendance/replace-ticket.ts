import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { RegistrationState } from '../contract/attendance.js';
import type { CityId, ConferenceId, VenueId } from '../contract/ids.js';
import { Conferences } from '../conferences/conference.queries.js';
import { actorName, mustBeAllowed } from '../platform/access/actors.js';
import type { Actor } from '../platform/access/policy.js';
import { recordAudit } from '../platform/audit/record-audit.js';
import { problem } from '../platform/problems/problem-error.js';
import { issueTicket, revokeTicket } from './issue-ticket.js';

interface HeldTicket {
  registrationId: string;
  cityId: CityId | null;
  venueId: VenueId | null;
}

/** Tickets that were lost or shown to the wrong people: revoked, and made anew by their holder or the staff. */
@Injectable()
export class ReplaceTicket {
  constructor(
    private readonly source: DataSource,
    private readonly conferences: Conferences,
  ) {}

  /** A new ticket for oneself; the old one no longer admits. */
  async own(slug: string, accountId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const { id: conferenceId } = await this.conferences.bySlug(slug, tx);
      const [row] = await tx.query<{ id: string }[]>(
        `SELECT id FROM registration WHERE conference_id = $1 AND account_id = $2 AND state = 'confirmed' FOR NO KEY UPDATE`,
        [conferenceId, accountId],
      );
      if (row === undefined) throw problem('not-found', 'You have no ticket here. Register first.');
      await issueTicket(tx, conferenceId, row.id);
    });
  }

  /** By staff: the ticket no longer admits; its holder can make a new one as long as they are registered. */
  async revoke(slug: string, ticketId: string, actor: Actor): Promise<void> {
    await this.source.transaction(async (tx) => {
      const { id: conferenceId } = await this.conferences.bySlug(slug, tx);
      const held = await findInForce(tx, conferenceId, ticketId);
      if (held === null) throw problem('not-found', 'This conference has no such ticket.');
      mustBeAllowed(actor, 'manage-attendance', { conferenceId, cityId: held.cityId, venueId: held.venueId });
      await revokeTicket(tx, held.registrationId);
      await recordAudit(tx, { actor: actorName(actor), action: 'manage-attendance.revoke-ticket', conferenceId, subject: `ticket:${ticketId}` });
    });
  }

  /** By staff: a new ticket for who lost theirs, or whose was revoked. Its holder finds it where the old one was. */
  async renew(slug: string, registrationId: string, actor: Actor): Promise<void> {
    await this.source.transaction(async (tx) => {
      const { id: conferenceId } = await this.conferences.bySlug(slug, tx);
      const [held] = await tx.query<(Omit<HeldTicket, 'registrationId'> & { state: RegistrationState })[]>(
        `SELECT v.city_id AS "cityId", r.venue_id AS "venueId", r.state FROM registration r LEFT JOIN venue v ON v.id = r.venue_id
         WHERE r.id = $1 AND r.conference_id = $2 FOR NO KEY UPDATE OF r`,
        [registrationId, conferenceId],
      );
      if (held === undefined) throw problem('not-found', 'This conference has no such registration.');
      mustBeAllowed(actor, 'manage-attendance', { conferenceId, cityId: held.cityId, venueId: held.venueId });
      if (held.state !== 'confirmed') throw problem('conflict', 'Who waits for a place, or cancelled, has no ticket. Read the list anew.');
      await issueTicket(tx, conferenceId, registrationId);
      await recordAudit(tx, { actor: actorName(actor), action: 'manage-attendance.renew-ticket', conferenceId, subject: `registration:${registrationId}` });
    });
  }
}

async function findInForce(tx: EntityManager, conferenceId: ConferenceId, id: string): Promise<HeldTicket | null> {
  const [row] = await tx.query<HeldTicket[]>(
    `SELECT r.id AS "registrationId", v.city_id AS "cityId", r.venue_id AS "venueId"
     FROM ticket t JOIN registration r ON r.id = t.registration_id LEFT JOIN venue v ON v.id = r.venue_id
     WHERE t.id = $1 AND t.conference_id = $2 AND t.revoked_at IS NULL`,
    [id, conferenceId],
  );
  return row ?? null;
}
