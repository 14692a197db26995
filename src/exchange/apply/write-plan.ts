import type { EntityManager } from 'typeorm';
import type { ConferenceId, SessionId, TrackId } from '../../contract/ids.js';
import type { PlannedPlaces } from './plan-places.js';
import type { SpeakerRow, SpeakerUpdate } from './plan-people.js';
import type { PlannedSession } from './plan-sessions.js';

export interface TrackRow { id: TrackId; name: string; colour: string | null; position: number }

/** Everything that an import writes to the draft. */
export interface ImportPlan {
  dates: { startsOn: string; endsOn: string } | null;
  places: PlannedPlaces;
  tracks: TrackRow[];
  trackUpdates: { id: TrackId; colour: string }[];
  speakers: SpeakerRow[];
  speakerUpdates: SpeakerUpdate[];
  sessions: PlannedSession[];
  waive: SessionId[];
  lift: SessionId[];
  waiverReason: string;
  actor: string;
}

export function isEmpty(plan: ImportPlan): boolean {
  const { places, sessions } = plan;
  return (
    plan.dates === null && plan.waive.length + plan.lift.length + plan.tracks.length + plan.trackUpdates.length === 0 &&
    plan.speakers.length + plan.speakerUpdates.length + places.rooms.length + places.roomUpdates.length === 0 &&
    sessions.every((session) => session.row === null && !session.slotChanged && !session.appearancesChanged)
  );
}

/** Sessions that go to the database at once; `onWritten` is told after each such lot. */
const LOT = 250;
export type OnWritten = (written: number, all: number) => void;

/** One statement a table and lot, whatever the number of rows: the rows go in one JSON document. */
export async function writePlan(tx: EntityManager, conferenceId: ConferenceId, plan: ImportPlan, onWritten: OnWritten = () => undefined): Promise<void> {
  const write = async (rows: readonly object[], sql: string): Promise<void> => {
    if (rows.length > 0) await tx.query(sql, [conferenceId, JSON.stringify(rows)]);
  };
  if (plan.dates !== null) await tx.query(`UPDATE conference SET starts_on = $2, ends_on = $3 WHERE id = $1`, [conferenceId, plan.dates.startsOn, plan.dates.endsOn]);
  const { places } = plan;
  await write(places.cities, `INSERT INTO city (id, conference_id, name, country, zone, latitude, longitude, position)
    SELECT id, $1, name, country, zone, latitude, longitude, position FROM jsonb_to_recordset($2)
    AS r(id uuid, name text, country text, zone text, latitude float8, longitude float8, position int)`);
  await write(places.venues, `INSERT INTO venue (id, conference_id, city_id, name, address)
    SELECT id, $1, "cityId", name, address FROM jsonb_to_recordset($2) AS r(id uuid, "cityId" uuid, name text, address text)`);
  await write(places.rooms, `INSERT INTO room (id, conference_id, venue_id, name, capacity, position, source, source_key, upstream)
    SELECT id, $1, "venueId", name, capacity, position, source, "sourceKey", upstream FROM jsonb_to_recordset($2)
    AS r(id uuid, "venueId" uuid, name text, capacity int, position int, source text, "sourceKey" text, upstream jsonb)`);
  await write(places.roomUpdates, `UPDATE room SET name = r.name, capacity = r.capacity, upstream = r.upstream
    FROM jsonb_to_recordset($2) AS r(id uuid, name text, capacity int, upstream jsonb) WHERE room.conference_id = $1 AND room.id = r.id`);
  await write(plan.tracks, `INSERT INTO track (id, conference_id, name, colour, position)
    SELECT id, $1, name, colour, position FROM jsonb_to_recordset($2) AS r(id uuid, name text, colour text, position int)`);
  await write(plan.trackUpdates, `UPDATE track SET colour = r.colour FROM jsonb_to_recordset($2) AS r(id uuid, colour text)
    WHERE track.conference_id = $1 AND track.id = r.id`);
  await write(plan.speakers, `INSERT INTO speaker (id, conference_id, name, biography, source, source_key, upstream)
    SELECT id, $1, name, biography, source, "sourceKey", upstream FROM jsonb_to_recordset($2)
    AS r(id uuid, name text, biography text, source text, "sourceKey" text, upstream jsonb)`);
  await write(plan.speakerUpdates, `UPDATE speaker SET name = r.name, biography = r.biography
    FROM jsonb_to_recordset($2) AS r(id uuid, name text, biography text) WHERE speaker.conference_id = $1 AND speaker.id = r.id`);
  for (let from = 0; from < plan.sessions.length; from += LOT) {
    await writeSessions(plan.sessions.slice(from, from + LOT), write);
    onWritten(Math.min(from + LOT, plan.sessions.length), plan.sessions.length);
  }
  await writeWaivers(tx, conferenceId, plan);
}

type Write = (rows: readonly object[], sql: string) => Promise<void>;

async function writeSessions(sessions: readonly PlannedSession[], write: Write): Promise<void> {
  const rows = sessions.flatMap(({ row, isNew }) => (row === null ? [] : [{ isNew, row }]));
  const columns = `id uuid, title text, subtitle text, kind text, language text, "trackId" uuid, abstract text, description text, url text,
    source text, "sourceKey" text, upstream jsonb`;
  await write(rows.filter(({ isNew }) => isNew).map(({ row }) => row), `INSERT INTO session (id, conference_id, title, subtitle, kind, language, track_id,
      abstract, description, url, source, source_key, upstream)
    SELECT id, $1, title, subtitle, kind, language, "trackId", abstract, description, url, source, "sourceKey", upstream
    FROM jsonb_to_recordset($2) AS r(${columns})`);
  await write(rows.filter(({ isNew }) => !isNew).map(({ row }) => row), `UPDATE session SET title = r.title, subtitle = r.subtitle, kind = r.kind,
      language = r.language, track_id = r."trackId", abstract = r.abstract, description = r.description, url = r.url, upstream = r.upstream
    FROM jsonb_to_recordset($2) AS r(${columns}) WHERE session.conference_id = $1 AND session.id = r.id`);

  const recast = sessions.filter(({ appearancesChanged }) => appearancesChanged);
  await write(recast.filter(({ isNew }) => !isNew).map(({ id }) => ({ id })), `DELETE FROM appearance USING jsonb_to_recordset($2) AS r(id uuid)
    WHERE appearance.conference_id = $1 AND appearance.session_id = r.id`);
  const appearances = recast.flatMap(({ id, appearances: list }) => list.map((appearance, position) => ({ sessionId: id, ...appearance, position })));
  await write(appearances, `INSERT INTO appearance (session_id, speaker_id, conference_id, role, mode, position)
    SELECT "sessionId", "speakerId", $1, role, mode, position FROM jsonb_to_recordset($2)
    AS r("sessionId" uuid, "speakerId" uuid, role text, mode text, position int)`);

  const slots = sessions.filter(({ slotChanged }) => slotChanged).map(({ slot }) => ({
    ...slot, startsAt: new Date(slot.startsAt).toISOString(), endsAt: new Date(slot.endsAt).toISOString(),
  }));
  await write(slots, `INSERT INTO slot (conference_id, session_id, plan, room_id, starts_at, ends_at, cancelled, cancel_reason)
    SELECT $1, "sessionId", 'draft', "roomId", "startsAt", "endsAt", cancelled, "cancelReason" FROM jsonb_to_recordset($2)
    AS r("sessionId" uuid, "roomId" uuid, "startsAt" timestamptz, "endsAt" timestamptz, cancelled boolean, "cancelReason" text)
    ON CONFLICT (session_id, plan) DO UPDATE SET room_id = excluded.room_id, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
      cancelled = excluded.cancelled, cancel_reason = excluded.cancel_reason`);
}

async function writeWaivers(tx: EntityManager, conferenceId: ConferenceId, plan: ImportPlan): Promise<void> {
  if (plan.lift.length > 0) {
    await tx.query(
      `UPDATE slot SET waived_at = NULL, waived_by = NULL, waiver_reason = NULL WHERE conference_id = $1 AND plan = 'draft' AND session_id = ANY($2::uuid[])`,
      [conferenceId, plan.lift],
    );
  }
  if (plan.waive.length > 0) {
    await tx.query(
      `UPDATE slot SET waived_at = now(), waived_by = $3, waiver_reason = $4 WHERE conference_id = $1 AND plan = 'draft' AND session_id = ANY($2::uuid[])`,
      [conferenceId, plan.waive, plan.actor, plan.waiverReason],
    );
  }
}
