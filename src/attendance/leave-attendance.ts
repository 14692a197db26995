import type { EntityManager } from 'typeorm';
import type { ConferenceId, VenueId } from '../contract/ids.js';
import type { Sealing } from '../platform/sealing/sealing.js';
import { lockPlaces, moveUp } from './move-up.js';

/**
 * Removes the registrations, tickets and check-ins of one account, in the transaction that erases it. What is left is one
 * more in a venue's count; a place that becomes free goes to whoever waits.
 */
export async function leaveAttendance(tx: EntityManager, sealing: Sealing, accountId: string): Promise<void> {
  await tx.query(
    `SELECT 1 FROM conference WHERE id IN (SELECT conference_id FROM registration WHERE account_id = $1) ORDER BY id FOR KEY SHARE`,
    [accountId],
  );
  // nobody registers in this name meanwhile
  await tx.query(`SELECT 1 FROM account WHERE id = $1 FOR UPDATE`, [accountId]);
  const held = await tx.query<{ id: string; conferenceId: ConferenceId; venueId: VenueId | null; state: string; cameTo: VenueId | null }[]>(
    `SELECT r.id, r.conference_id AS "conferenceId", r.venue_id AS "venueId", r.state,
            (SELECT venue_id FROM check_in c WHERE c.registration_id = r.id AND c.undone_at IS NULL) AS "cameTo"
     FROM registration r WHERE r.account_id = $1`,
    [accountId],
  );
  const venues = [...new Set(held.map(({ venueId }) => venueId).filter((id) => id !== null))].sort();
  for (const venue of venues) await lockPlaces(tx, venue);
  for (const { id, conferenceId, venueId, state, cameTo } of held) {
    if (state === 'confirmed') await count(tx, conferenceId, venueId, 'registered');
    if (cameTo !== null) await count(tx, conferenceId, cameTo, 'checked_in');
    await tx.query(`DELETE FROM registration WHERE id = $1`, [id]);
  }
  for (const venue of venues) await moveUp(tx, sealing, venue);
}

async function count(tx: EntityManager, conferenceId: ConferenceId, venueId: VenueId | null, what: 'registered' | 'checked_in'): Promise<void> {
  await tx.query(
    `INSERT INTO erased_attendance AS e (conference_id, venue_id, ${what}) VALUES ($1, $2, 1)
     ON CONFLICT (conference_id, venue_id) DO UPDATE SET ${what} = e.${what} + 1`,
    [conferenceId, venueId],
  );
}
