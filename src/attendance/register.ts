import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { RegistrationState, RegistrationWish } from '../contract/attendance.js';
import type { ConferenceId, VenueId } from '../contract/ids.js';
import { Conferences, noConference } from '../conferences/conference.queries.js';
import { newId } from '../platform/new-id.js';
import { problem } from '../platform/problems/problem-error.js';
import { SEALING, type Sealing } from '../platform/sealing/sealing.js';
import { issueTicket, revokeTicket } from './issue-ticket.js';
import { lockPlaces, moveUp } from './move-up.js';

interface HeldRegistration {
  id: string;
  venueId: VenueId | null;
  state: RegistrationState;
}

/**
 * Registers a person at a venue or remote, or changes their mind; and cancels. Each in one transaction that locks, in this
 * order, the conference, the person, and the venues by id: so nobody gets a place that is another's, and nobody waits for ever.
 */
@Injectable()
export class Register {
  constructor(
    private readonly source: DataSource,
    private readonly conferences: Conferences,
    @Inject(SEALING) private readonly sealing: Sealing,
  ) {}

  /** Confirmed where there is a place, else last on the waitlist. @throws ProblemError `conflict` while registration is closed */
  async run(slug: string, accountId: string, wish: RegistrationWish): Promise<void> {
    await this.source.transaction(async (tx) => {
      const { id: conferenceId, status } = await this.conferences.bySlug(slug, tx);
      const isOpen = await lockConference(tx, conferenceId);
      const held = await lockPerson(tx, conferenceId, accountId);
      // to who takes no part in it, a draft does not exist
      if (held === null && status === 'draft') throw noConference(slug);
      const stays = held !== null && held.state !== 'cancelled' && held.venueId === wish.venueId;
      if (!stays) {
        if (!isOpen) throw problem('conflict', 'Registration is closed. What you have, you keep; it cannot be changed now.');
        const id = held?.id ?? newId<string>();
        await this.place(tx, conferenceId, accountId, { id, before: held, venueId: wish.venueId });
      }
      if (wish.legalName !== undefined) await this.keepLegalName(tx, conferenceId, accountId, wish.legalName);
    });
  }

  /** Frees the place at once for whoever waits. @throws ProblemError `conflict` for who has been let in already */
  async cancel(slug: string, accountId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const { id: conferenceId, status } = await this.conferences.bySlug(slug, tx);
      await lockConference(tx, conferenceId);
      const held = await lockPerson(tx, conferenceId, accountId);
      if (held === null && status === 'draft') throw noConference(slug);
      if (held === null || held.state === 'cancelled') return;
      if (held.venueId !== null) await lockPlaces(tx, held.venueId);
      await revokeTicket(tx, held.id);
      await refuseAfterCheckIn(tx, held.id);
      await tx.query(`UPDATE registration SET state = 'cancelled', waitlist_order = NULL, legal_name_sealed = NULL WHERE id = $1`, [held.id]);
      if (held.venueId !== null) await moveUp(tx, this.sealing, held.venueId);
    });
  }

  private async place(
    tx: EntityManager,
    conferenceId: ConferenceId,
    accountId: string,
    { id, before, venueId }: { id: string; before: HeldRegistration | null; venueId: VenueId | null },
  ): Promise<void> {
    if (venueId !== null) await mustBeOf(tx, conferenceId, venueId);
    const left = before !== null && before.state !== 'cancelled' ? before.venueId : null;
    for (const venue of [left, venueId].filter((one) => one !== null).sort()) await lockPlaces(tx, venue);
    await revokeTicket(tx, id);
    await refuseAfterCheckIn(tx, id);
    const state = venueId === null || (await hasPlace(tx, venueId)) ? 'confirmed' : 'waitlisted';
    await tx.query(
      `INSERT INTO registration (id, account_id, conference_id, venue_id, state, waitlist_order)
       VALUES ($1, $2, $3, $4, $5::text, CASE WHEN $5::text = 'waitlisted' THEN nextval('waitlist_order') END)
       ON CONFLICT (account_id, conference_id) DO UPDATE
       SET venue_id = excluded.venue_id, state = excluded.state, waitlist_order = excluded.waitlist_order`,
      [id, accountId, conferenceId, venueId, state],
    );
    if (state === 'confirmed') await issueTicket(tx, conferenceId, id);
    if (left !== null) await moveUp(tx, this.sealing, left);
  }

  private async keepLegalName(tx: EntityManager, conferenceId: ConferenceId, accountId: string, name: string | null): Promise<void> {
    const [row] = await tx.query<{ id: string }[]>(`SELECT id FROM registration WHERE conference_id = $1 AND account_id = $2`, [conferenceId, accountId]);
    if (row === undefined) return;
    const sealed = name === null ? null : this.sealing.seal(name, `registration.legal_name:${row.id}`);
    await tx.query(`UPDATE registration SET legal_name_sealed = $2 WHERE id = $1`, [row.id, sealed]);
  }
}

/** Shared by all who register, and apart from whoever publishes. Tells whether registration is open. */
async function lockConference(tx: EntityManager, id: ConferenceId): Promise<boolean> {
  const [row] = await tx.query<{ registration: string; status: string }[]>(`SELECT registration, status FROM conference WHERE id = $1 FOR KEY SHARE`, [id]);
  return row?.registration === 'open' && row.status !== 'draft' && row.status !== 'ended';
}

/**
 * Of two tabs that register at once the second finds what the first did. The person is locked and not the registration:
 * whoever moves the waitlist up holds the venue, and changes registrations of others.
 */
async function lockPerson(tx: EntityManager, conferenceId: ConferenceId, accountId: string): Promise<HeldRegistration | null> {
  const [account] = await tx.query<unknown[]>(`SELECT 1 FROM account WHERE id = $1 FOR NO KEY UPDATE`, [accountId]);
  if (account === undefined) throw problem('token-required', 'This account was erased. Sign in again to start anew.');
  const [row] = await tx.query<HeldRegistration[]>(
    `SELECT id, venue_id AS "venueId", state FROM registration WHERE conference_id = $1 AND account_id = $2`,
    [conferenceId, accountId],
  );
  return row ?? null;
}

/** Asked once the ticket is revoked: whoever lets somebody in holds the ticket, so that one of the two waits for the other. */
async function refuseAfterCheckIn(tx: EntityManager, registrationId: string): Promise<void> {
  const came: unknown[] = await tx.query(`SELECT 1 FROM check_in WHERE registration_id = $1 AND undone_at IS NULL`, [registrationId]);
  if (came.length > 0) throw problem('conflict', 'You have been let in already, so this can no longer be changed. Ask at the door if it was a mistake.');
}

async function mustBeOf(tx: EntityManager, conferenceId: ConferenceId, venueId: VenueId): Promise<void> {
  const found: unknown[] = await tx.query(`SELECT 1 FROM venue WHERE id = $1 AND conference_id = $2`, [venueId, conferenceId]);
  if (found.length > 0) return;
  const message = 'This conference has no such venue. It may have been removed.';
  throw problem('invalid-input', message, { errors: [{ path: '/venueId', message }] });
}

/** Whoever waits comes first, even where a place is free for a moment. */
async function hasPlace(tx: EntityManager, venueId: VenueId): Promise<boolean> {
  const { limit, confirmed, waiting } = await lockPlaces(tx, venueId);
  return limit === null || (waiting === 0 && confirmed < limit);
}
