import type { EntityManager } from 'typeorm';
import type { ConferenceId, VenueId } from '../contract/ids.js';
import { notify } from '../notifications/notify.js';
import type { Sealing } from '../platform/sealing/sealing.js';
import { issueTicket } from './issue-ticket.js';

export interface Places {
  /** People; null: as many as come. */
  limit: number | null;
  confirmed: number;
  waiting: number;
}

/**
 * Locks the venue's places until the transaction ends: whoever confirms, cancels or waits there does it one after the other.
 * Take the conference's row first (it is locked by whoever publishes), and of two venues the one with the smaller id.
 */
export async function lockPlaces(tx: EntityManager, venueId: VenueId): Promise<Places> {
  // not FOR UPDATE: that would keep rows from referring to the venue
  const [venue] = await tx.query<{ limit: number | null }[]>(`SELECT coalesce(attendee_limit, capacity) AS "limit" FROM venue WHERE id = $1 FOR NO KEY UPDATE`, [venueId]);
  const [counts] = await tx.query<{ confirmed: number; waiting: number }[]>(
    `SELECT count(*) FILTER (WHERE state = 'confirmed')::int AS confirmed, count(*) FILTER (WHERE state = 'waitlisted')::int AS waiting
     FROM registration WHERE venue_id = $1 AND state <> 'cancelled'`,
    [venueId],
  );
  return { limit: venue?.limit ?? null, confirmed: counts?.confirmed ?? 0, waiting: counts?.waiting ?? 0 };
}

interface Waiting {
  id: string;
  accountId: string;
}

/**
 * Gives free places to those who have waited longest, with a ticket and a mail each. Called in the transaction that frees
 * them: somebody cancels, leaves for another venue, is erased, or the limit rises.
 */
export async function moveUp(tx: EntityManager, sealing: Sealing, venueId: VenueId): Promise<void> {
  const { limit, confirmed, waiting } = await lockPlaces(tx, venueId);
  const free = limit === null ? waiting : Math.min(waiting, limit - confirmed);
  if (free <= 0) return;
  const [place] = await tx.query<{ venue: string; conferenceId: ConferenceId; conference: string; slug: string }[]>(
    `SELECT v.name AS venue, c.id AS "conferenceId", c.title AS conference, c.slug FROM venue v JOIN conference c ON c.id = v.conference_id WHERE v.id = $1`,
    [venueId],
  );
  if (place === undefined) return;
  const next = await tx.query<Waiting[]>(
    `SELECT id, account_id AS "accountId" FROM registration WHERE venue_id = $1 AND state = 'waitlisted' ORDER BY waitlist_order LIMIT $2`,
    [venueId, free],
  );
  for (const { id } of next) {
    await tx.query(`UPDATE registration SET state = 'confirmed', waitlist_order = NULL WHERE id = $1`, [id]);
    await issueTicket(tx, place.conferenceId, id);
  }
  const { conferenceId, conference, slug, venue } = place;
  await notify(tx, sealing, {
    accountIds: next.map(({ accountId }) => accountId),
    kind: 'registration-moved-up',
    conferenceId,
    params: { conference, slug, venue },
    mail: { template: 'moved-up', params: { conference, venue, path: `/${slug}/ticket` } },
  });
}
