import type { DataSource } from 'typeorm';
import { releaseAgenda } from '../../src/agenda/release-agenda.js';
import { AppearanceEntity } from '../../src/agenda/appearance.entity.js';
import { SessionEntity } from '../../src/agenda/session.entity.js';
import { SlotEntity } from '../../src/agenda/slot.entity.js';
import { CityEntity } from '../../src/conferences/city.entity.js';
import { ConferenceEntity } from '../../src/conferences/conference.entity.js';
import { RoomEntity } from '../../src/conferences/room.entity.js';
import { TrackEntity } from '../../src/conferences/track.entity.js';
import { VenueEntity } from '../../src/conferences/venue.entity.js';
import type { CityId, ConferenceId, RoomId, SessionId, SpeakerId, TrackId, VenueId } from '../../src/contract/ids.js';
import { insertRows } from '../../src/demo/insert-rows.js';
import { TRACKS } from '../../src/demo/tracks.js';
import { DEMO_WORLD } from '../../src/demo/world-of-the-demo.js';
import { SpeakerEntity } from '../../src/people/speaker.entity.js';
import { newId } from '../../src/platform/new-id.js';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

export interface BigConference {
  cities: { name: string; zone: string; latitude: number; longitude: number }[];
  /** `city` is an index. */
  rooms: { name: string; city: number }[];
  people: string[];
  /** `room`, `speaker` and `track` are indexes; instants are epoch milliseconds. */
  sessions: { title: string; room: number; speaker: number; track: number; language: string; startsAt: number; endsAt: number }[];
}

/**
 * The largest conference that Meridian is designed for: 100 cities, 500 rooms, 5,000 sessions and 5,000 speakers over
 * two days from the date of `now` (epoch milliseconds). Pure, and without clashes: five sessions a room and day, from
 * 9:00 to 17:40 by the sun, and one speaker a session.
 */
export function layOutBigConference(now: number): BigConference {
  const midnight = Math.floor(now / DAY) * DAY;
  const cities = Array.from({ length: 100 }, (_, n) => {
    const like = DEMO_WORLD.cities[n % DEMO_WORLD.cities.length];
    if (like === undefined) throw new Error('the demo has no cities');
    // beside the city whose zone it has, so that the map is as crowded as it would be
    const around = Math.floor(n / DEMO_WORLD.cities.length);
    return { name: `${like.name} ${around + 1}`, zone: like.zone, latitude: like.latitude + around * 1.3, longitude: like.longitude + around * 2.1 };
  });
  const rooms = cities.flatMap((_, city) => [1, 2, 3, 4, 5].map((n) => ({ name: `Room ${n}`, city })));
  const sessions = rooms.flatMap(({ city }, room) =>
    Array.from({ length: 10 }, (_, n) => {
      const topic = DEMO_WORLD.topics[(room * 10 + n) % DEMO_WORLD.topics.length];
      const noon = 12 * 60 - Math.round((cities[city]?.longitude ?? 0) / 15) * 60;
      const startsAt = midnight + Math.floor(n / 5) * DAY + (noon - 180 + (n % 5) * 115) * MINUTE;
      return {
        title: `${topic?.title} (${room * 10 + n + 1})`, room, speaker: room * 10 + n, track: (room + n) % TRACKS.length,
        language: topic?.language ?? 'en', startsAt, endsAt: startsAt + (30 + (n % 3) * 15) * MINUTE,
      };
    }),
  );
  const people = sessions.map((_, n) => `${DEMO_WORLD.people[n % DEMO_WORLD.people.length]?.name} ${Math.floor(n / DEMO_WORLD.people.length) + 1}`);
  return { cities, rooms, people, sessions };
}

/** Writes it and publishes it as release 1. Takes some seconds. */
export async function seedBigConference(source: DataSource, now: Date, slug = 'big-conference'): Promise<ConferenceId> {
  const { cities, rooms, people, sessions } = layOutBigConference(now.getTime());
  const conferenceId = newId<ConferenceId>();
  const dateAt = (instant: number): string => new Date(instant).toISOString().slice(0, 10);
  await source.transaction(async (tx) => {
    await tx.insert(ConferenceEntity, {
      id: conferenceId, slug, title: 'A big conference', status: 'live', zone: 'UTC', languages: ['en'],
      startsOn: dateAt(Math.min(...sessions.map(({ startsAt }) => startsAt))), endsOn: dateAt(Math.max(...sessions.map(({ endsAt }) => endsAt))),
    });
    const cityIds = cities.map(() => newId<CityId>());
    const venueIds = cities.map(() => newId<VenueId>());
    const roomIds = rooms.map(() => newId<RoomId>());
    const trackIds = TRACKS.map(() => newId<TrackId>());
    const speakerIds = people.map(() => newId<SpeakerId>());
    const sessionIds = sessions.map(() => newId<SessionId>());
    await releaseAgenda(tx, { conferenceId, note: '', actor: 'test' }, async () => {
      await insertRows(tx, CityEntity, cities.map((city, position) => ({ id: cityIds[position], conferenceId, position, ...city })));
      await insertRows(tx, VenueEntity, venueIds.map((id, n) => ({ id, conferenceId, cityId: cityIds[n], name: 'Venue' })));
      await insertRows(tx, RoomEntity, rooms.map(({ name, city }, position) => ({
        id: roomIds[position], conferenceId, venueId: venueIds[city], name, position, capacity: 100,
      })));
      await insertRows(tx, TrackEntity, TRACKS.map(({ name, colour }, position) => ({
        id: trackIds[position], conferenceId, name, colour, position,
      })));
      await insertRows(tx, SpeakerEntity, people.map((name, n) => ({ id: speakerIds[n], conferenceId, name })));
      await insertRows(tx, SessionEntity, sessions.map(({ title, language, track }, n) => ({
        id: sessionIds[n], conferenceId, title, language, trackId: trackIds[track],
      })));
      await insertRows(tx, AppearanceEntity, sessions.map(({ speaker }, n) => ({
        sessionId: sessionIds[n], speakerId: speakerIds[speaker], conferenceId, position: 0,
      })));
      await insertRows(tx, SlotEntity, sessions.map(({ room, startsAt, endsAt }, n) => ({
        conferenceId, sessionId: sessionIds[n], plan: 'draft' as const, roomId: roomIds[room],
        startsAt: new Date(startsAt), endsAt: new Date(endsAt),
      })));
    });
  });
  return conferenceId;
}
