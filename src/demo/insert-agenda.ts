import type { EntityManager } from 'typeorm';
import { AppearanceEntity } from '../agenda/appearance.entity.js';
import { SessionEntity } from '../agenda/session.entity.js';
import { SlotEntity } from '../agenda/slot.entity.js';
import type { ConferenceId, SessionId } from '../contract/ids.js';
import { SpeakerEntity } from '../people/speaker.entity.js';
import { newId } from '../platform/new-id.js';
import type { DemoIds } from './demo-ids.js';
import { insertRows } from './insert-rows.js';
import type { CastSession } from './placed-session.js';
import { sentBy } from './sent-by.js';
import { biographyOf } from './texts/biography.js';
import { wordsOf, wordsOfBreak } from './texts/session-words.js';
import type { TraySession } from './tray.js';
import type { DemoPerson } from './world.js';

/** Writes speakers, sessions and the draft of the agenda; what is in the tray has no slot in it. */
export async function insertAgenda(
  tx: EntityManager, conferenceId: ConferenceId, ids: DemoIds, people: readonly DemoPerson[], sessions: readonly CastSession[], tray: readonly TraySession[],
): Promise<void> {
  await insertRows(tx, SpeakerEntity, people.map((person, turn) => ({
    id: ids.speaker(person), conferenceId, name: person.name, biography: biographyOf(person, turn),
  })));
  const ways = sentBy(sessions);
  await insertRows(tx, SessionEntity, sessions.map((session, turn) => ({
    id: ids.session(session), conferenceId, kind: session.kind, language: session.language,
    trackId: session.topic === null ? null : ids.track(session.topic.track), ...words(session, turn), ...needsOf(session),
    sentBy: ways.get(session) ?? null,
  })));
  await insertRows(tx, AppearanceEntity, sessions.flatMap((session) =>
    session.cast.map(({ person, role, mode }, position) => ({
      sessionId: ids.session(session), speakerId: ids.speaker(person), conferenceId, role, mode, position,
      interpretsInto: role === 'interpreter' ? (person.languages.find((language) => language !== session.language) ?? null) : null,
    })),
  ));
  await insertRows(tx, SlotEntity, sessions.map((session) => ({
    conferenceId, sessionId: ids.session(session), plan: 'draft' as const, roomId: ids.room(session.at.room),
    startsAt: new Date(session.startsAt), endsAt: new Date(session.endsAt), anchor: session.programme ? ('fixed' as const) : ('floating' as const),
  })));
  const kept = tray.map((session) => ({ id: newId<SessionId>(), ...session }));
  await insertRows(tx, SessionEntity, kept.map(({ id, topic }, turn) => ({
    id, conferenceId, kind: topic.kind, language: topic.language, trackId: ids.track(topic.track), ...wordsOf(topic, sessions.length + turn),
    durationMinutes: topic.kind === 'talk' && turn % 3 === 0 ? 30 : null, needsEquipment: topic.kind === 'workshop' ? [] : ['projector'],
  })));
  await insertRows(tx, AppearanceEntity, kept.flatMap(({ id, topic, people: cast }) =>
    cast.map((person, position) => ({
      sessionId: id, speakerId: ids.speaker(person), conferenceId, role: topic.kind === 'panel' && position === 0 ? ('moderator' as const) : ('speaker' as const), position,
    })),
  ));
}

/** What a session asks of its room, and how many people it counts on: what its room has, so that the demo begins without a warning of that sort. */
function needsOf({ kind, cast, at }: CastSession): Pick<SessionEntity, 'needsEquipment' | 'expectedPeople'> {
  const isLarge = at.room.capacity >= 150;
  const booth = isLarge && cast.some(({ role }) => role === 'interpreter') ? ['interpreters’ booth'] : [];
  const screen = kind === 'talk' || kind === 'keynote' ? ['projector'] : [];
  return { needsEquipment: [...screen, ...booth], expectedPeople: kind === 'keynote' || kind === 'performance' ? Math.round(at.room.capacity * 0.8) : null };
}

function words({ topic, language, at, startsAt }: CastSession, turn: number): ReturnType<typeof wordsOf> {
  if (topic !== null) return wordsOf(topic, turn);
  const hour = Number(new Intl.DateTimeFormat('en-GB', { timeZone: at.city.zone, hour: '2-digit', hour12: false }).format(startsAt));
  return wordsOfBreak(language, hour < 15 ? 0 : 1);
}
