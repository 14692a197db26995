import type { DataSource, EntityManager } from 'typeorm';
import type { ConferenceId, SpeakerId } from '../../contract/ids.js';
import { isReminderDue } from '../../rules/reminder-due.js';
import type { Post } from './invite-speaker.js';
import { readWaiting, remindSpeakers } from './remind-speakers.js';

/** Days before a slot, where the organizers have not chosen others. */
export const USUAL_DAYS = [21, 7, 2];

/** Reminds by schedule, in every conference that is published. Run it every hour or so: how often changes nothing. Answers how many mails. */
export async function sendDueReminders(source: DataSource, post: Post, now: Date): Promise<number> {
  const conferences = await source.query<{ id: ConferenceId; days: number[] }[]>(
    `SELECT c.id, coalesce(r.days_before, $1::integer[]) AS days FROM conference c LEFT JOIN reminder_schedule r ON r.conference_id = c.id
     WHERE c.status IN ('published', 'live')`,
    [USUAL_DAYS],
  );
  let sent = 0;
  for (const { id, days } of conferences) sent += await source.transaction(async (tx) => await remindDue(tx, post, id, days, now));
  return sent;
}

async function remindDue(tx: EntityManager, post: Post, conferenceId: ConferenceId, days: readonly number[], now: Date): Promise<number> {
  const waiting = await readWaiting(tx, conferenceId, now);
  const rows = await tx.query<{ id: SpeakerId; at: Date }[]>(`SELECT speaker_id AS id, reminded_at AS at FROM speaker_reminder WHERE speaker_id = ANY($1::uuid[])`, [
    [...waiting.keys()],
  ]);
  const reminded = new Map(rows.map((row) => [row.id, row.at.getTime()]));
  const due = [...waiting].filter(([id, slots]) => isReminderDue(slots.map((slot) => slot.startsAt.getTime()), days, reminded.get(id) ?? null, now.getTime()));
  return (await remindSpeakers(tx, post, conferenceId, new Map(due), now)).reminded;
}
