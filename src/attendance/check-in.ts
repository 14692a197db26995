import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { CheckInRequest, CheckInResult, CheckIns } from '../contract/attendance.js';
import type { CityId, ConferenceId, VenueId } from '../contract/ids.js';
import { Conferences } from '../conferences/conference.queries.js';
import { mustBeAllowed } from '../platform/access/actors.js';
import type { Actor } from '../platform/access/policy.js';
import { problem } from '../platform/problems/problem-error.js';
import { SEALING, type Sealing } from '../platform/sealing/sealing.js';
import { TicketTokens } from './ticket-tokens.js';

/** A device's clock may be wrong: what it says is kept within these, in milliseconds before now. */
const OLDEST = 7 * 24 * 3_600_000;

interface FoundTicket {
  ticketId: string;
  registrationId: string;
  conferenceId: ConferenceId;
  venueId: VenueId | null;
  venue: string | null;
  handle: string;
  legalNameSealed: Buffer | null;
  revoked: boolean;
}

interface Door {
  conferenceId: ConferenceId;
  venueId: VenueId;
  device: string;
  by: string | null;
}

const NOBODY = { handle: null, legalName: null, at: null, venue: null, device: null };

/**
 * Lets people in, one or a batch of what a device did without a network. Each person is let in once, whatever doors they
 * are at together (the index `check_in_once`); the same item sent again gets the same answer.
 */
@Injectable()
export class CheckIn {
  constructor(
    private readonly source: DataSource,
    private readonly conferences: Conferences,
    private readonly tokens: TicketTokens,
    @Inject(SEALING) private readonly sealing: Sealing,
  ) {}

  /** Answers in the order of the items. @throws ProblemError `not-allowed` at a venue that is not the actor's */
  async run(slug: string, { venueId, device, items }: CheckIns, actor: Actor): Promise<CheckInResult[]> {
    const { id: conferenceId } = await this.conferences.bySlug(slug);
    const cityId = await findVenue(this.source.manager, conferenceId, venueId);
    mustBeAllowed(actor, 'check-in', { conferenceId, cityId, venueId });
    const door: Door = { conferenceId, venueId, device, by: actor.kind === 'person' ? actor.accountId : null };
    const shown = await Promise.all(items.map(async (item) => ({ item, shown: await this.read(item, conferenceId) })));
    return await this.source.transaction(async (tx) => {
      const results = new Map<string, CheckInResult>();
      const found: { item: CheckInRequest; ticket: FoundTicket }[] = [];
      for (const { item, shown: ticketId } of shown) {
        const ticket = ticketId === null ? null : await findTicket(tx, ticketId);
        if (ticket === null) results.set(item.id, { ...NOBODY, id: item.id, outcome: 'unknown' });
        else found.push({ item, ticket });
      }
      // of one person the first time counts; in one order for all, or two doors would wait for each other
      found.sort((a, b) => compare(a.ticket.registrationId, b.ticket.registrationId) || compare(a.item.at, b.item.at));
      for (const { item, ticket } of found) results.set(item.id, await this.admit(tx, door, item, ticket));
      return items.map(({ id }) => results.get(id) ?? { ...NOBODY, id, outcome: 'unknown' });
    });
  }

  /** The ticket's id; null for what is no ticket of ours. */
  private async read({ by }: CheckInRequest, conferenceId: ConferenceId): Promise<string | null> {
    switch (by.kind) {
      case 'token':
        return (await this.tokens.read(by.token))?.ticketId ?? null;
      case 'ticket':
        return by.ticketId;
      case 'code': {
        const [row] = await this.source.query<{ id: string }[]>(`SELECT id FROM ticket WHERE conference_id = $1 AND short_code = $2`, [conferenceId, by.code]);
        return row?.id ?? null;
      }
    }
  }

  private async admit(tx: EntityManager, door: Door, item: CheckInRequest, ticket: FoundTicket): Promise<CheckInResult> {
    const answer = { ...NOBODY, id: item.id };
    if (ticket.conferenceId !== door.conferenceId) return { ...answer, outcome: 'other-conference' };
    const before = await this.earlier(tx, item.id, ticket);
    if (before !== null) return before;
    const known = { ...answer, handle: ticket.handle };
    if (ticket.revoked) return { ...known, outcome: 'revoked' };
    if (ticket.venueId !== door.venueId) return { ...known, outcome: 'other-venue', venue: ticket.venue };
    const at = new Date(Math.min(Math.max(Date.parse(item.at), Date.now() - OLDEST), Date.now()));
    const made: unknown[] = await tx.query(
      `INSERT INTO check_in (id, conference_id, registration_id, ticket_id, venue_id, at, by_account, device) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT DO NOTHING RETURNING id`,
      [item.id, door.conferenceId, ticket.registrationId, ticket.ticketId, door.venueId, at, door.by, door.device],
    );
    if (made.length > 0) return { ...known, outcome: 'admitted', at: at.toISOString(), legalName: this.legalName(ticket) };
    return (await this.earlier(tx, item.id, ticket)) ?? { ...answer, outcome: 'unknown' };
  }

  /** What the item was answered before, or who let the person in before it; null for the first. */
  private async earlier(tx: EntityManager, id: string, ticket: FoundTicket): Promise<CheckInResult | null> {
    const [row] = await tx.query<{ id: string; at: Date; device: string; venue: string; undone: boolean }[]>(
      `SELECT c.id, c.at, c.device, v.name AS venue, c.undone_at IS NOT NULL AS undone FROM check_in c JOIN venue v ON v.id = c.venue_id
       WHERE c.registration_id = $1 AND (c.id = $2 OR c.undone_at IS NULL) ORDER BY c.id = $2 DESC LIMIT 1`,
      [ticket.registrationId, id],
    );
    if (row === undefined) return null;
    const { handle } = ticket;
    if (row.undone) return { ...NOBODY, id, outcome: 'undone', handle };
    if (row.id === id) return { ...NOBODY, id, outcome: 'admitted', handle, at: row.at.toISOString(), legalName: this.legalName(ticket) };
    return { ...NOBODY, id, outcome: 'already', handle, at: row.at.toISOString(), venue: row.venue, device: row.device };
  }

  private legalName({ registrationId, legalNameSealed }: FoundTicket): string | null {
    return legalNameSealed === null ? null : this.sealing.open(legalNameSealed, `registration.legal_name:${registrationId}`);
  }
}

/** Its city's id. */
export async function findVenue(tx: EntityManager, conferenceId: ConferenceId, venueId: VenueId): Promise<CityId> {
  const [row] = await tx.query<{ cityId: CityId }[]>(`SELECT city_id AS "cityId" FROM venue WHERE id = $1 AND conference_id = $2`, [venueId, conferenceId]);
  if (row === undefined) throw problem('not-found', 'This conference has no such venue.');
  return row.cityId;
}

/** Holds the ticket until the transaction ends, so that it is not revoked between the look and the entry. */
async function findTicket(tx: EntityManager, ticketId: string): Promise<FoundTicket | null> {
  const [row] = await tx.query<FoundTicket[]>(
    `SELECT t.id AS "ticketId", r.id AS "registrationId", r.conference_id AS "conferenceId", r.venue_id AS "venueId", v.name AS venue,
            a.handle, r.legal_name_sealed AS "legalNameSealed", t.revoked_at IS NOT NULL AS revoked
     FROM ticket t JOIN registration r ON r.id = t.registration_id JOIN account a ON a.id = r.account_id LEFT JOIN venue v ON v.id = r.venue_id
     WHERE t.id = $1 FOR SHARE OF t`,
    [ticketId],
  );
  return row ?? null;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
