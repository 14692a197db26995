import type { EntityManager } from 'typeorm';
import { AppearanceEntity } from '../agenda/appearance.entity.js';
import { SessionEntity } from '../agenda/session.entity.js';
import { SlotEntity } from '../agenda/slot.entity.js';
import type { ConferenceId } from '../contract/ids.js';
import { SpeakerEntity } from '../people/speaker.entity.js';
import type { DemoIds } from './demo-ids.js';
import { insertRows } from './insert-rows.js';
import type { CastSession } from './placed-session.js';
import { biographyOf } from './texts/biography.js';
import { wordsOf, wordsOfBreak } from './texts/session-words.js';
import type { DemoPerson } from './world.js';

/** Writes speakers, sessions and the draft of the agenda. */
export async function insertAgenda(
  tx: EntityManager, conferenceId: ConferenceId, ids: DemoIds, people: readonly DemoPerson[], sessions: readonly CastSession[],
): Promise<void> {
  await insertRows(tx, SpeakerEntity, people.map((person, turn) => ({
    id: ids.speaker(person), conferenceId, name: person.name, biography: biographyOf(person, turn),
  })));
  await insertRows(tx, SessionEntity, sessions.map((session, turn) => ({
    id: ids.session(session), conferenceId, kind: session.kind, language: session.language,
    trackId: session.topic === null ? null : ids.track(session.topic.track), ...words(session, turn),
  })));
  await insertRows(tx, AppearanceEntity, sessions.flatMap((session) =>
    session.cast.map(({ person, role, mode }, position) => ({
      sessionId: ids.session(session), speakerId: ids.speaker(person), conferenceId, role, mode, position,
    })),
  ));
  await insertRows(tx, SlotEntity, sessions.map((session) => ({
    conferenceId, sessionId: ids.session(session), plan: 'draft' as const, roomId: ids.room(session.at.room),
    startsAt: new Date(session.startsAt), endsAt: new Date(session.endsAt), anchor: session.programme ? ('fixed' as const) : ('floating' as const),
  })));
}

function words({ topic, language, at, startsAt }: CastSession, turn: number): ReturnType<typeof wordsOf> {
  if (topic !== null) return wordsOf(topic, turn);
  const hour = Number(new Intl.DateTimeFormat('en-GB', { timeZone: at.city.zone, hour: '2-digit', hour12: false }).format(startsAt));
  return wordsOfBreak(language, hour < 15 ? 0 : 1);
}
