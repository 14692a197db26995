import type { DataSource } from 'typeorm';
import { recordAudit } from '../../platform/audit/record-audit.js';
import type { Sealing } from '../../platform/sealing/sealing.js';
import { forgetAttendees, type Forgotten } from './forget-attendees.js';

/** Days that a mail stays in the outbox, sent or not, and an invitation after its end. */
const KEPT_DAYS = 30;

/** What the job erased, in counts: it is logged, and recorded for each conference. */
export interface Expired extends Forgotten {
  conferences: number;
  mails: number;
  pushes: number;
  invitations: number;
  signIns: number;
  sessions: number;
}

/**
 * Erases what is kept no longer: attendees, so many days after their conference's last day (by the conference's clock) as its
 * organizers chose; mails, invitations, links to sign in and sessions whose time is over. Run it as often as you like.
 */
export async function eraseExpired(source: DataSource, sealing: Sealing, now: Date): Promise<Expired> {
  const expired: Expired = { conferences: 0, registrations: 0, accounts: 0, mails: 0, pushes: 0, invitations: 0, signIns: 0, sessions: 0 };
  const conferences = await source.query<{ id: string }[]>(
    `SELECT c.id FROM conference c WHERE (c.ends_on + 1 + c.retention_days)::timestamp AT TIME ZONE c.zone <= $1
     AND (EXISTS (SELECT 1 FROM registration WHERE conference_id = c.id) OR EXISTS (SELECT 1 FROM followed_session WHERE conference_id = c.id)) ORDER BY c.id`,
    [now],
  );
  for (const { id } of conferences) {
    const forgotten = await source.transaction(async (tx) => {
      const counts = await forgetAttendees(tx, sealing, id);
      await recordAudit(tx, { actor: 'retention', action: 'erase-expired', conferenceId: id, subject: `conference:${id}`, details: { ...counts } });
      return counts;
    });
    expired.conferences += 1;
    expired.registrations += forgotten.registrations;
    expired.accounts += forgotten.accounts;
  }
  const removed = async (table: string, condition: string): Promise<number> =>
    (await source.query<[unknown[], number]>(`DELETE FROM ${table} WHERE ${condition}`, [now]))[1];
  expired.mails = await removed('mail', `created_at < $1::timestamptz - interval '${KEPT_DAYS} days'`);
  expired.pushes = await removed('push_message', `expires_at < $1`);
  expired.invitations = await removed('invitation', `least(expires_at, accepted_at, revoked_at) < $1::timestamptz - interval '${KEPT_DAYS} days'`);
  expired.signIns = await removed('sign_in', `expires_at < $1::timestamptz - interval '1 day'`);
  expired.sessions = await removed('auth_session', `expires_at < $1`);
  return expired;
}
