import type { EntityManager } from 'typeorm';
import type { Appearance, SessionKind } from '../../contract/agenda.js';
import type { CityId, ConferenceId, RoomId, SessionId, SpeakerId, TrackId, VenueId } from '../../contract/ids.js';

export interface ExistingCity { id: CityId; name: string; country: string | null; zone: string }
export interface ExistingVenue { id: VenueId; cityId: CityId; name: string }
export interface ExistingRoom {
  id: RoomId;
  venueId: VenueId;
  name: string;
  capacity: number | null;
  changeoverMinutes: number;
  shared: boolean;
  source: string;
  sourceKey: string | null;
  upstream: { guid?: string };
}
export interface ExistingTrack { id: TrackId; name: string; colour: string | null }
export interface ExistingSpeaker {
  id: SpeakerId;
  name: string;
  biography: string;
  source: string;
  sourceKey: string | null;
  upstream: { guid?: string };
}
export interface ExistingSlot {
  roomId: RoomId;
  /** Milliseconds since 1970. */
  startsAt: number;
  endsAt: number;
  cancelled: boolean;
  cancelReason: string;
  waiverReason: string | null;
}
export interface ExistingSession {
  id: SessionId;
  title: string;
  subtitle: string;
  kind: SessionKind;
  language: string | null;
  trackId: TrackId | null;
  abstract: string;
  description: string;
  url: string | null;
  source: string;
  sourceKey: string | null;
  /** With `key`: what its source knew it by last time, and `said`: what it said of it (last-said.ts). */
  upstream: Record<string, unknown> & { key?: string; said?: unknown };
  appearances: Appearance[];
  /** Its slot in the draft. */
  slot: ExistingSlot | null;
  published: boolean;
}

/** All that an import may touch of a conference, as its organizers see it: the draft. */
export interface Existing {
  cities: ExistingCity[];
  venues: ExistingVenue[];
  rooms: ExistingRoom[];
  tracks: ExistingTrack[];
  speakers: ExistingSpeaker[];
  sessions: ExistingSession[];
}

/** Read under the conference's lock. Five queries, whatever the size. */
export async function readExisting(tx: EntityManager, id: ConferenceId): Promise<Existing> {
  const cities: ExistingCity[] = await tx.query(`SELECT id, name, country, zone FROM city WHERE conference_id = $1 ORDER BY position, id`, [id]);
  const venues: ExistingVenue[] = await tx.query(`SELECT id, city_id AS "cityId", name FROM venue WHERE conference_id = $1 ORDER BY id`, [id]);
  const rooms: ExistingRoom[] = await tx.query(
    `SELECT id, venue_id AS "venueId", name, capacity, changeover_minutes AS "changeoverMinutes", shared, source, source_key AS "sourceKey", upstream
     FROM room WHERE conference_id = $1 ORDER BY position, id`,
    [id],
  );
  const tracks: ExistingTrack[] = await tx.query(`SELECT id, name, colour FROM track WHERE conference_id = $1 ORDER BY position, id`, [id]);
  const speakers: ExistingSpeaker[] = await tx.query(
    `SELECT id, name, biography, source, source_key AS "sourceKey", upstream FROM speaker WHERE conference_id = $1 ORDER BY id`,
    [id],
  );
  return { cities, venues, rooms, tracks, speakers, sessions: await readSessions(tx, id) };
}

type SessionRow = Omit<ExistingSession, 'slot'> & Omit<ExistingSlot, 'startsAt' | 'endsAt' | 'roomId'> & { roomId: RoomId | null; startsAt: Date; endsAt: Date };

async function readSessions(tx: EntityManager, id: ConferenceId): Promise<ExistingSession[]> {
  const rows: SessionRow[] = await tx.query(
    `SELECT s.id, s.title, s.subtitle, s.kind, s.language, s.track_id AS "trackId", s.abstract, s.description, s.url, s.source,
            s.source_key AS "sourceKey", s.upstream, d.room_id AS "roomId", d.starts_at AS "startsAt", d.ends_at AS "endsAt",
            d.cancelled, d.cancel_reason AS "cancelReason", d.waiver_reason AS "waiverReason",
            EXISTS (SELECT FROM slot p WHERE p.session_id = s.id AND p.plan = 'published') AS published,
            coalesce(a.list, '[]') AS appearances
     FROM session s
     LEFT JOIN slot d ON d.session_id = s.id AND d.plan = 'draft'
     LEFT JOIN (SELECT session_id, json_agg(json_build_object('speakerId', speaker_id, 'role', role, 'mode', mode) ORDER BY position) AS list
                FROM appearance WHERE conference_id = $1 GROUP BY session_id) a ON a.session_id = s.id
     WHERE s.conference_id = $1 ORDER BY s.id`,
    [id],
  );
  return rows.map(({ roomId, startsAt, endsAt, cancelled, cancelReason, waiverReason, ...session }) => ({
    ...session,
    slot: roomId === null ? null : { roomId, startsAt: startsAt.getTime(), endsAt: endsAt.getTime(), cancelled, cancelReason, waiverReason },
  }));
}
