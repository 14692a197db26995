import type { EntityManager } from 'typeorm';
import type { SessionId, SpeakerId } from '../contract/ids.js';
import { speakersToAskAgain } from '../people/speakers/speakers-to-ask-again.queries.js';
import type { Sealing } from '../platform/sealing/sealing.js';
import { notifyAll, type News } from './notify.js';
import type { ToldConference } from './post.js';
import type { SessionNews } from './session-news.js';

interface SpeakerRow {
  accountId: string;
  speakerId: SpeakerId;
  sessionId: SessionId;
  title: string;
}

/** Tells the speakers of these sessions what became of their slots, and who has to answer again that they have to. */
export async function tellSpeakers(tx: EntityManager, sealing: Sealing, conference: ToldConference, news: readonly SessionNews[]): Promise<void> {
  const ids = news.map(({ sessionId }) => sessionId);
  const speakers = await tx.query<SpeakerRow[]>(
    `SELECT k.account_id AS "accountId", k.id AS "speakerId", s.id AS "sessionId", s.title FROM appearance a JOIN speaker k ON k.id = a.speaker_id JOIN session s ON s.id = a.session_id
     WHERE a.session_id = ANY($1::uuid[]) AND k.account_id IS NOT NULL ORDER BY k.id`,
    [ids],
  );
  if (speakers.length === 0) return;
  const asked = new Set((await speakersToAskAgain(tx, conference.id, ids)).map(({ speakerId, sessionId }) => `${speakerId} ${sessionId}`));
  const isAsked = ({ speakerId, sessionId }: SpeakerRow): boolean => asked.has(`${speakerId} ${sessionId}`);
  const all = news.flatMap((one) => {
    const theirs = speakers.filter(({ sessionId }) => sessionId === one.sessionId);
    return [theirs.filter((speaker) => !isAsked(speaker)), theirs.filter(isAsked)].map((group, at) => toNews(conference, one, group, at === 1));
  });
  await notifyAll(tx, sealing, all.filter((one) => one !== null));
}

function toNews({ id, title: name, slug, zone }: ToldConference, { sessionId, what, startsAt }: SessionNews, speakers: readonly SpeakerRow[], again: boolean): News<'slot-changed'> | null {
  const [first] = speakers;
  if (first === undefined) return null;
  const more = { ...(startsAt === undefined ? {} : { startsAt, zone }), ...(again ? { again } : {}) };
  return {
    accountIds: speakers.map(({ accountId }) => accountId),
    kind: 'slot-changed',
    conferenceId: id,
    params: { conference: name, slug, session: first.title, sessionId, what, ...more },
    mail: { template: 'slot-changed', params: { conference: name, session: first.title, what, startsAt: startsAt ?? null, zone, again, path: `/${slug}/speak` } },
  };
}
