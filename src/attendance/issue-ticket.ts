import type { EntityManager } from 'typeorm';
import type { ConferenceId } from '../contract/ids.js';
import { newId } from '../platform/new-id.js';
import { newShortCode } from './short-code.js';

/** Gives a confirmed registration a ticket, in the transaction that confirms it. The one before no longer counts. */
export async function issueTicket(tx: EntityManager, conferenceId: ConferenceId, registrationId: string): Promise<void> {
  await revokeTicket(tx, registrationId);
  for (;;) {
    // a code that this conference has used already: of 2^40 that is rare, and then another is drawn
    const made: unknown[] = await tx.query(
      `INSERT INTO ticket (id, conference_id, registration_id, short_code) VALUES ($1, $2, $3, $4)
       ON CONFLICT (conference_id, short_code) DO NOTHING RETURNING id`,
      [newId(), conferenceId, registrationId, newShortCode()],
    );
    if (made.length > 0) return;
  }
}

export async function revokeTicket(tx: EntityManager, registrationId: string): Promise<void> {
  await tx.query(`UPDATE ticket SET revoked_at = now() WHERE registration_id = $1 AND revoked_at IS NULL`, [registrationId]);
}
