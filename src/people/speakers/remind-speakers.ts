import type { EntityManager } from 'typeorm';
import type { ConferenceId, SpeakerId } from '../../contract/ids.js';
import type { ReminderReceipt } from '../../contract/speaking.js';
import { queueMail } from '../../notifications/queue-mail.js';
import { linkTo } from '../../platform/http/link-to.js';
import { LEAST_BETWEEN_REMINDERS } from '../../rules/reminder-due.js';
import { resendInvitation, type Post } from './invite-speaker.js';
import { bySpeaker, readSpeakerSlots, waitsForAnswer, type SpeakerSlot } from './slots-of-speakers.queries.js';

/** Unanswered slots by speaker. */
export async function readWaiting(tx: EntityManager, conferenceId: ConferenceId, now: Date, speakerId?: SpeakerId): Promise<Map<SpeakerId, SpeakerSlot[]>> {
  const slots = await readSpeakerSlots(tx, { conferenceId, ...(speakerId === undefined ? {} : { speakerId }) });
  return bySpeaker(slots.filter((slot) => waitsForAnswer(slot, now.getTime())));
}

/** Mails those who have not answered, each at most once a day: who has joined about their slots, who has not their invitation again. */
export async function remindSpeakers(tx: EntityManager, post: Post, conferenceId: ConferenceId, waiting: ReadonlyMap<SpeakerId, SpeakerSlot[]>, now: Date): Promise<ReminderReceipt> {
  const receipt = { reminded: 0, waiting: 0, unreachable: 0 };
  for (const person of await readRecipients(tx, conferenceId, [...waiting.keys()])) {
    if (person.accountId === null && !person.invited) receipt.unreachable += 1;
    else if (!(await takeTurn(tx, person.id, now))) receipt.waiting += 1;
    else {
      await remind(tx, post, conferenceId, person, waiting.get(person.id) ?? []);
      receipt.reminded += 1;
    }
  }
  return receipt;
}

interface Recipient {
  id: SpeakerId;
  name: string;
  accountId: string | null;
  email: Buffer | null;
  language: string | null;
  invited: boolean;
  conference: string;
  slug: string;
}

async function readRecipients(tx: EntityManager, conferenceId: ConferenceId, ids: readonly SpeakerId[]): Promise<Recipient[]> {
  return await tx.query<Recipient[]>(
    `SELECT k.id, k.name, k.account_id AS "accountId", a.email_sealed AS email, a.language, c.title AS conference, c.slug,
            EXISTS (SELECT FROM invitation i WHERE i.speaker_id = k.id AND i.accepted_at IS NULL AND i.revoked_at IS NULL) AS invited
     FROM speaker k JOIN conference c ON c.id = k.conference_id LEFT JOIN account a ON a.id = k.account_id
     WHERE k.conference_id = $1 AND k.id = ANY($2::uuid[]) ORDER BY k.id`,
    [conferenceId, ids],
  );
}

/** True for one caller a day: two organizers who press at once send one mail. */
async function takeTurn(tx: EntityManager, id: SpeakerId, now: Date): Promise<boolean> {
  const rows = await tx.query<object[]>(
    `INSERT INTO speaker_reminder AS r (speaker_id, reminded_at) VALUES ($1, $2)
     ON CONFLICT (speaker_id) DO UPDATE SET reminded_at = excluded.reminded_at WHERE r.reminded_at <= $3 RETURNING 1`,
    [id, now, new Date(now.getTime() - LEAST_BETWEEN_REMINDERS)],
  );
  return rows.length === 1;
}

async function remind(tx: EntityManager, post: Post, conferenceId: ConferenceId, person: Recipient, slots: readonly SpeakerSlot[]): Promise<void> {
  if (person.accountId === null || person.email === null) {
    await resendInvitation(tx, post, { id: person.id, conferenceId, accountId: null });
    return;
  }
  await queueMail(tx, post.sealing, {
    email: post.sealing.open(person.email, `account.email:${person.accountId}`),
    language: person.language ?? 'en',
    template: 'speaker-reminder',
    params: {
      speaker: person.name,
      conference: person.conference,
      slots: slots.map(({ title, startsAt, zone, city }) => ({ title, startsAt: startsAt.toISOString(), zone, city })),
      link: linkTo(post.configuration, `/${person.slug}/speak`),
    },
  });
}
