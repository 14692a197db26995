import type { EntityManager } from 'typeorm';
import type { Agenda, AgendaSession, SessionText } from '../contract/agenda.js';
import type { Channel } from '../contract/channel.js';
import type { ConferenceId, SessionId, SpeakerId } from '../contract/ids.js';
import type { City, Conference, Room, Track, UplinkKind, Venue } from '../contract/place.js';
import type { Published } from '../rules/diff-agenda.js';
import type { Plan } from './slot.entity.js';

/** Which part of the published agenda to read: what a write may touch, and no less. */
export interface Scope {
  /** Conference, cities, venues, rooms and tracks. */
  place: boolean;
  /** Sessions with their speakers. */
  sessions: 'all' | readonly SessionId[];
  /** Speakers to read besides those of the sessions. */
  speakers?: readonly SpeakerId[];
  /** What can be watched; with the place it is read in any case, since a room takes its channel with it. */
  channels?: boolean;
  /** `draft`: what would be published if the draft were released now. */
  plan?: Plan;
}

export const EVERYTHING: Scope = { place: true, sessions: 'all' };

/**
 * Projects the tables to what is published. A conference's place is published as it stands; a session and its speakers
 * once it has a published slot. Read under the conference's lock, or in one repeatable-read transaction, to be of one revision.
 */
export async function readPublished(tx: EntityManager, conferenceId: ConferenceId, scope: Scope): Promise<Published> {
  const conference = await readConference(tx, conferenceId);
  const [cities, venues, rooms, tracks] = scope.place ? await readPlace(tx, conferenceId) : [[], [], [], []];
  const sessions = await readSessions(tx, conferenceId, scope);
  const speakers = await readSpeakers(tx, conferenceId, scope);
  const channels = scope.place || scope.channels === true ? await readChannels(tx, conferenceId) : [];
  return {
    agenda: {
      conference,
      cities: keyed(cities),
      venues: keyed(venues),
      rooms: keyed(rooms),
      tracks: keyed(tracks),
      speakers: keyed(speakers.map(({ id, name }) => ({ id, name })) as Agenda['speakers'][string][]),
      sessions: keyed(sessions.map(toAgendaSession)),
      channels: keyed(channels),
    },
    texts: {
      sessions: Object.fromEntries(sessions.map((row): [string, SessionText] => [row.id, { abstract: row.abstract, description: row.description }])),
      biographies: Object.fromEntries(speakers.map((row) => [row.id, row.biography])),
      photos: Object.fromEntries(speakers.flatMap((row) => (row.photo === null ? [] : [[row.id, row.photo]]))),
    },
  };
}

async function readConference(tx: EntityManager, id: ConferenceId): Promise<Conference> {
  const rows: Conference[] = await tx.query(
    `SELECT id, slug, title, status, zone, languages, starts_on::text AS "startsOn", ends_on::text AS "endsOn", accent, url
     FROM conference WHERE id = $1`,
    [id],
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`conference ${id} does not exist`);
  return row;
}

async function readPlace(tx: EntityManager, id: ConferenceId): Promise<[City[], Venue[], Room[], Track[]]> {
  const cities: City[] = await tx.query(
    `SELECT id, name, country, zone, latitude, longitude, position FROM city WHERE conference_id = $1`,
    [id],
  );
  const venues: (Venue & { uplinks: UplinkKind[] })[] = await tx.query(
    `SELECT v.id, v.city_id AS "cityId", v.name, v.address, v.access_notes AS "accessNotes", v.capacity,
            coalesce((SELECT array_agg(DISTINCT u.kind ORDER BY u.kind) FROM uplink u WHERE u.venue_id = v.id), '{}') AS uplinks
     FROM venue v WHERE v.conference_id = $1`,
    [id],
  );
  const rooms: Room[] = await tx.query(
    `SELECT id, venue_id AS "venueId", name, capacity, position FROM room WHERE conference_id = $1`,
    [id],
  );
  const tracks: Track[] = await tx.query(`SELECT id, name, colour, position FROM track WHERE conference_id = $1`, [id]);
  return [cities, venues, rooms, tracks];
}

type SessionRow = Omit<AgendaSession, 'startsAt' | 'endsAt' | 'status'> &
  SessionText & { startsAt: Date; endsAt: Date; cancelled: boolean };

async function readSessions(tx: EntityManager, id: ConferenceId, scope: Scope): Promise<SessionRow[]> {
  return await tx.query(
    `SELECT s.id, s.title, s.subtitle, s.kind, s.language, s.track_id AS "trackId", s.url, s.abstract, s.description,
            p.room_id AS "roomId", p.starts_at AS "startsAt", p.ends_at AS "endsAt", p.anchor, p.cancelled,
            p.cancel_reason AS "cancelReason", p.waived_at IS NOT NULL AS "overlapWaived",
            coalesce((SELECT json_agg(json_build_object('speakerId', a.speaker_id, 'role', a.role, 'mode', a.mode) ORDER BY a.position)
                      FROM appearance a WHERE a.session_id = s.id), '[]') AS appearances,
            (SELECT r.id FROM recording r WHERE r.session_id = s.id AND r.state = 'published' ORDER BY r.starts_at DESC, r.id LIMIT 1) AS "replayId"
     FROM slot p JOIN session s ON s.id = p.session_id
     WHERE p.conference_id = $1 AND p.plan = '${planOf(scope)}' ${scope.sessions === 'all' ? '' : 'AND p.session_id = ANY($2::uuid[])'}`,
    scope.sessions === 'all' ? [id] : [id, scope.sessions],
  );
}

async function readChannels(tx: EntityManager, id: ConferenceId): Promise<Channel[]> {
  return await tx.query(
    `SELECT id, kind, room_id AS "roomId", state, on_air_channel_id AS "onAirChannelId", languages, access FROM stream_channel WHERE conference_id = $1`,
    [id],
  );
}

interface SpeakerRow {
  id: string;
  name: string;
  biography: string;
  photo: string | null;
}

const planOf = ({ plan = 'published' }: Scope): Plan => plan;

const narrowSpeakers = (plan: Plan): string => `
  AND (k.id = ANY($3::uuid[])
       OR EXISTS (SELECT FROM appearance a JOIN slot p ON p.session_id = a.session_id AND p.plan = '${plan}'
                  WHERE a.speaker_id = k.id AND a.session_id = ANY($2::uuid[])))`;

/** Speakers who appear in some published session: all of them, or those that the scope names or reaches. */
async function readSpeakers(tx: EntityManager, id: ConferenceId, scope: Scope): Promise<SpeakerRow[]> {
  const narrow = scope.sessions !== 'all';
  return await tx.query(
    `SELECT k.id, k.name, k.biography, k.photo_hash AS photo FROM speaker k
     WHERE k.conference_id = $1
       AND EXISTS (SELECT FROM appearance a JOIN slot p ON p.session_id = a.session_id AND p.plan = '${planOf(scope)}' WHERE a.speaker_id = k.id)
       ${narrow ? narrowSpeakers(planOf(scope)) : ''}`,
    narrow ? [id, scope.sessions, scope.speakers ?? []] : [id],
  );
}

function toAgendaSession(row: SessionRow): AgendaSession {
  return {
    id: row.id,
    title: row.title,
    subtitle: row.subtitle,
    kind: row.kind,
    language: row.language,
    trackId: row.trackId,
    roomId: row.roomId,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    anchor: row.anchor,
    status: row.cancelled ? 'cancelled' : 'scheduled',
    cancelReason: row.cancelReason,
    overlapWaived: row.overlapWaived,
    appearances: row.appearances,
    url: row.url,
    replayId: row.replayId,
  };
}

function keyed<T extends { id: string }>(rows: readonly T[]): Record<string, T> {
  return Object.fromEntries(rows.map((row) => [row.id, row]));
}
