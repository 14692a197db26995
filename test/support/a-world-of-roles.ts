import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { hashSecret, newSecret } from '../../src/people/accounts/secrets.js';
import { newId } from '../../src/platform/new-id.js';
import { SEALING, type Sealing } from '../../src/platform/sealing/sealing.js';
import { aConference, type BuiltConference } from './a-conference.js';
import { aPerson } from './a-person.js';
import type { As } from './an-app.js';

/** Everybody who could ask, in the order of the table's columns. */
export const ASKERS = [
  'anonymous', 'attendee', 'speaker', 'moderator', 'stage-crew', 'city-host', 'organizer-without-second-factor', 'organizer', 'administrator', 'operator',
] as const;
export type Asker = (typeof ASKERS)[number];

/** One city of one conference, with a row of each kind in it. What routes name in their address or body is found here. */
export interface Surroundings {
  slug: string;
  cityId: string;
  venueId: string;
  roomId: string;
  uplinkId: string;
  bookingId: string;
  trackId: string;
  sessionId: string;
  speakerId: string;
  memberId: string;
  invitationId: string;
  invitationToken: string;
  registrationId: string;
  ticketId: string;
  checkInId: string;
  /** Of a stage, with a primary input. */
  channelId: string;
  inputId: string;
  /** Of its session; published. */
  recordingId: string;
}

export interface World {
  /** Where all askers hold their roles; the host in this city, the crew in this venue. */
  own: Surroundings;
  /** The same conference. */
  otherCity: Surroundings;
  /** Of others, and a draft. */
  otherConference: Surroundings;
  as: Readonly<Record<Asker, As>>;
}

/** A conference with two cities, another one that is a draft, and a person of each role at the first city. */
export async function aWorldOfRoles(app: NestFastifyApplication): Promise<World> {
  const source = app.get(DataSource);
  const conference = await cities('Lyon', 'Oslo').build(source);
  const foreign = await cities('Quito').notYetPublished().build(source);
  const [own, otherCity, otherConference] = [await surround(app, conference, 'Lyon'), await surround(app, conference, 'Oslo'), await surround(app, foreign, 'Quito')];
  const at = { conferenceId: conference.id };
  const speaker = await aPerson(app);
  await source.query(`UPDATE speaker SET account_id = $2 WHERE id = $1`, [own.speakerId, speaker.accountId]);
  const attendee = await aPerson(app);
  await register(source, conference.id, own.venueId, attendee.accountId);
  return {
    own, otherCity, otherConference,
    as: {
      anonymous: 'nobody',
      attendee,
      speaker,
      moderator: await aPerson(app, [{ ...at, role: 'moderator' }]),
      'stage-crew': await aPerson(app, [{ ...at, role: 'stage-crew', venueId: own.venueId }]),
      'city-host': await aPerson(app, [{ ...at, role: 'city-host', cityId: own.cityId }]),
      'organizer-without-second-factor': await aPerson(app, [{ ...at, role: 'organizer' }], { strong: false }),
      organizer: await aPerson(app, [{ ...at, role: 'organizer' }]),
      administrator: await aPerson(app, [{ role: 'administrator' }]),
      operator: 'administrator',
    },
  };
}

function cities(...names: string[]) {
  let builder = aConference();
  for (const name of names) {
    builder = builder.withCity(name).withRoom(`Room of ${name}`)
      .withSession(`Session of ${name}`, { room: `Room of ${name}`, startsAt: '2026-11-24T09:00:00Z', speakers: [`Speaker of ${name}`] });
  }
  return builder;
}

async function surround(app: NestFastifyApplication, conference: BuiltConference, city: string): Promise<Surroundings> {
  const source = app.get(DataSource);
  const sealing = app.get<Sealing>(SEALING);
  const conferenceId = conference.id;
  const cityId = conference.cities[city] as string;
  const [{ id: venueId }] = await source.query<[{ id: string }]>(`SELECT id FROM venue WHERE city_id = $1`, [cityId]);
  const [uplinkId, bookingId, trackId, invitationId] = [newId<string>(), newId<string>(), newId<string>(), newId<string>()];
  await source.query(`INSERT INTO uplink (id, conference_id, venue_id, kind, name) VALUES ($1, $2, $3, 'satellite', 'Dish')`, [uplinkId, conferenceId, venueId]);
  await source.query(`INSERT INTO uplink_booking (id, uplink_id, starts_at, ends_at) VALUES ($1, $2, '2026-11-24T08:00Z', '2026-11-24T12:00Z')`, [bookingId, uplinkId]);
  await source.query(`INSERT INTO track (id, conference_id, name) VALUES ($1, $2, $3)`, [trackId, conferenceId, `Track of ${city}`]);
  const member = await aPerson(app, [{ role: 'city-host', conferenceId, cityId }]);
  const [{ id: memberId }] = await source.query<[{ id: string }]>(`SELECT id FROM membership WHERE account_id = $1`, [member.accountId]);
  const invitationToken = newSecret();
  const email = `guest-${invitationId}@people.example`;
  await source.query(
    `INSERT INTO invitation (id, token_hash, role, conference_id, city_id, email_index, email_sealed, expires_at) VALUES ($1, $2, 'city-host', $3, $4, $5, $6, now() + interval '1 day')`,
    [invitationId, hashSecret(invitationToken), conferenceId, cityId, sealing.emailIndex(email), sealing.seal(email, `invitation.email:${invitationId}`)],
  );
  const { channelId, inputId } = await aStage(source, conferenceId, conference.rooms[`Room of ${city}`] as string);
  const recordingId = await aRecording(source, channelId, conference.sessions[`Session of ${city}`] as string, cityId);
  const { registrationId, ticketId, checkInId } = await letIn(source, conferenceId, venueId, member.accountId);
  return {
    slug: conference.slug, cityId, venueId, uplinkId, bookingId, trackId, memberId, invitationId, invitationToken, registrationId, ticketId, checkInId, channelId, inputId, recordingId,
    roomId: conference.rooms[`Room of ${city}`] as string,
    sessionId: conference.sessions[`Session of ${city}`] as string,
    speakerId: conference.speakers[`Speaker of ${city}`] as string,
  };
}

/** A stage that sends by RTMP, in a conference with a programme. */
async function aStage(source: DataSource, conferenceId: string, roomId: string): Promise<{ channelId: string; inputId: string }> {
  const [channelId, inputId] = [newId<string>(), newId<string>()];
  await source.query(`INSERT INTO stream_channel (id, conference_id, kind) VALUES ($1, $2, 'programme') ON CONFLICT DO NOTHING`, [newId(), conferenceId]);
  await source.query(`INSERT INTO stream_channel (id, conference_id, kind, room_id) VALUES ($1, $2, 'stage', $3)`, [channelId, conferenceId, roomId]);
  await source.query(
    `INSERT INTO stream_input (id, conference_id, channel_id, role, kind, via, key_hash, secret_at) VALUES ($1, $2, $3, 'primary', 'rtmp', 'internet', $4, now())`,
    [inputId, conferenceId, channelId, hashSecret(newSecret())],
  );
  return { channelId, inputId };
}

/** A published recording of a session. */
async function aRecording(source: DataSource, channelId: string, sessionId: string, cityId: string): Promise<string> {
  const id = newId<string>();
  await source.query(
    `INSERT INTO recording (id, conference_id, session_id, title, channel_id, city_id, access, state, starts_at, ends_at, media_key, tracks)
     SELECT $1, conference_id, id, title, $3, $4, 'registered', 'published', '2026-11-24T09:00Z', '2026-11-24T10:00Z', $5, '[]' FROM session WHERE id = $2`,
    [id, sessionId, channelId, cityId, newSecret()],
  );
  return id;
}

/** A confirmed registration with its ticket. */
async function register(source: DataSource, conferenceId: string, venueId: string, accountId: string): Promise<{ registrationId: string; ticketId: string }> {
  const [registrationId, ticketId] = [newId<string>(), newId<string>()];
  await source.query(`INSERT INTO registration (id, account_id, conference_id, venue_id, state) VALUES ($1, $2, $3, $4, 'confirmed')`, [
    registrationId, accountId, conferenceId, venueId,
  ]);
  const shortCode = ticketId.replaceAll('-', '').slice(-8).toUpperCase();
  await source.query(`INSERT INTO ticket (id, conference_id, registration_id, short_code) VALUES ($1, $2, $3, $4)`, [ticketId, conferenceId, registrationId, shortCode]);
  return { registrationId, ticketId };
}

async function letIn(source: DataSource, conferenceId: string, venueId: string, accountId: string): Promise<{ registrationId: string; ticketId: string; checkInId: string }> {
  const { registrationId, ticketId } = await register(source, conferenceId, venueId, accountId);
  const checkInId = newId<string>();
  await source.query(`INSERT INTO check_in (id, conference_id, registration_id, ticket_id, venue_id, at) VALUES ($1, $2, $3, $4, $5, now())`, [
    checkInId, conferenceId, registrationId, ticketId, venueId,
  ]);
  return { registrationId, ticketId, checkInId };
}
