import type { EntityManager } from 'typeorm';
import type { ConferenceId, SessionId } from '../../contract/ids.js';
import { EVERYTHING, readPublished } from '../../agenda/published.queries.js';
import type { Upstream } from '../read/imported-schedule.js';
import { oneLine } from '../read/texts.js';
import { exportAcronym, exportCodes, exportGuids, exportLabels, exportNumbers, exportSlugs } from './export-identity.js';
import type { ExportedPerson, ExportedRoom, ExportedSchedule, ExportedSession } from './exported-schedule.js';

/** Reads what is published for the writers. Read in one transaction, to be of one revision. */
export async function readExported(tx: EntityManager, id: ConferenceId): Promise<ExportedSchedule> {
  const { agenda, texts } = await readPublished(tx, id, EVERYTHING);
  const upstream = await readUpstream(tx, id);
  const { revision, changedAt, sessions: revisions } = await readRevisions(tx, id);

  const rooms = roomsOf(agenda, upstream);
  const roomById = new Map(rooms.map((room) => [room.id, room]));
  const persons = personsOf(agenda, texts.biographies, upstream);
  const personById = new Map(persons.map((person) => [person.id, person]));
  const held = Object.values(agenda.sessions).toSorted((a, b) => order(a.startsAt, b.startsAt) || order(a.id, b.id));
  const named = held.map((session) => ({ id: session.id, upstream: upstream.sessions.get(session.id) ?? {} }));
  const guids = exportGuids(named);
  const numbers = exportNumbers(named);
  const codes = exportCodes(named);
  const slugs = exportSlugs(
    exportAcronym(agenda.conference.slug),
    named.map((session, index) => ({ ...session, number: numbers[index] ?? 0, title: held[index]?.title ?? '', slug: session.upstream.slug })),
  );
  const sessions = held.flatMap((session, index): ExportedSession[] => {
    const room = roomById.get(session.roomId);
    if (room === undefined) return [];
    const { title, subtitle, kind, language, url, cancelReason } = session;
    return [{
      id: session.id, title, subtitle, kind, language, url, cancelReason, room,
      guid: guids[index] ?? session.id,
      number: numbers[index] ?? 0,
      slug: slugs[index] ?? '',
      code: codes[index] ?? null,
      abstract: texts.sessions[session.id]?.abstract ?? '',
      description: texts.sessions[session.id]?.description ?? '',
      track: session.trackId === null ? null : (agenda.tracks[session.trackId] ?? null),
      startsAt: Date.parse(session.startsAt),
      endsAt: Date.parse(session.endsAt),
      cancelled: session.status === 'cancelled',
      appearances: session.appearances.flatMap(({ speakerId, role, mode }) => {
        const person = personById.get(speakerId);
        return person === undefined ? [] : [{ person, role, mode }];
      }),
      revision: revisions.get(session.id)?.revision ?? 0,
      rescheduledFrom: revisions.get(session.id)?.movedFrom ?? null,
      upstream: upstream.sessions.get(session.id) ?? {},
    }];
  });
  return {
    conference: agenda.conference, revision, changedAt, rooms, persons, sessions,
    cities: inPlace(Object.values(agenda.cities)),
    venues: Object.values(agenda.venues).toSorted((a, b) => order(a.id, b.id)),
    tracks: inPlace(Object.values(agenda.tracks)),
  };
}

interface UpstreamOf {
  sessions: Map<string, Upstream>;
  rooms: Map<string, { guid?: unknown; id?: unknown }>;
  speakers: Map<string, { guid?: unknown; id?: unknown }>;
}

async function readUpstream(tx: EntityManager, id: ConferenceId): Promise<UpstreamOf> {
  const read = async <T>(table: string): Promise<Map<string, T>> => {
    const rows: { id: string; upstream: T }[] = await tx.query(`SELECT id, upstream FROM ${table} WHERE conference_id = $1 AND upstream <> '{}'`, [id]);
    return new Map(rows.map((row) => [row.id, row.upstream]));
  };
  return { sessions: await read('session'), rooms: await read('room'), speakers: await read('speaker') };
}

interface History {
  revision: number;
  movedFrom: number | null;
}

async function readRevisions(tx: EntityManager, id: ConferenceId): Promise<{ revision: number; changedAt: string; sessions: Map<string, History> }> {
  const [head] = await tx.query<{ revision: string; at: Date }[]>(
    `SELECT c.revision, coalesce(r.at, c.created_at) AS at FROM conference c
     LEFT JOIN revision r ON r.conference_id = c.id AND r.revision = c.revision WHERE c.id = $1`,
    [id],
  );
  const rows = await tx.query<{ id: string; revision: string; movedFrom: string | null }[]>(
    `SELECT coalesce(fact->>'sessionId', fact#>>'{session,id}') AS id, max(r.revision) AS revision,
            (array_agg(fact#>>'{from,startsAt}' ORDER BY r.revision DESC)
              FILTER (WHERE fact#>>'{from,startsAt}' <> fact#>>'{to,startsAt}'))[1] AS "movedFrom"
     FROM revision r, jsonb_array_elements(r.changes) fact
     WHERE r.conference_id = $1 AND fact->>'change' LIKE 'session.%' GROUP BY 1`,
    [id],
  );
  return {
    revision: Number(head?.revision ?? 0),
    changedAt: (head?.at ?? new Date(0)).toISOString(),
    sessions: new Map(rows.map((row) => [row.id, { revision: Number(row.revision), movedFrom: row.movedFrom === null ? null : Date.parse(row.movedFrom) }])),
  };
}

type Agenda = Awaited<ReturnType<typeof readPublished>>['agenda'];

function roomsOf(agenda: Agenda, upstream: UpstreamOf): ExportedRoom[] {
  const placed = inPlace(Object.values(agenda.rooms)).flatMap((room) => {
    const venue = agenda.venues[room.venueId];
    const city = venue === undefined ? undefined : agenda.cities[venue.cityId];
    return venue === undefined || city === undefined ? [] : [{ room, venue, city }];
  });
  const guids = exportGuids(placed.map(({ room }) => ({ id: room.id, upstream: upstream.rooms.get(room.id) ?? {} })));
  const labels = exportLabels(placed.map(({ room, venue, city }) => ({ name: oneLine(room.name), venue: oneLine(venue.name), city: oneLine(city.name) })));
  return placed.map(({ room, venue, city }, index) => ({
    id: room.id, guid: guids[index] ?? room.id, name: room.name, label: labels[index] ?? room.name, capacity: room.capacity, venue, city,
  }));
}

function personsOf(agenda: Agenda, biographies: Readonly<Record<string, string>>, upstream: UpstreamOf): ExportedPerson[] {
  const speakers = Object.values(agenda.speakers).toSorted((a, b) => order(a.id, b.id));
  const named = speakers.map((speaker) => ({ id: speaker.id, upstream: upstream.speakers.get(speaker.id) ?? {} }));
  const guids = exportGuids(named);
  const numbers = exportNumbers(named);
  return speakers.map((speaker, index) => ({
    id: speaker.id, guid: guids[index] ?? speaker.id, number: numbers[index] ?? 0, name: speaker.name, biography: biographies[speaker.id] ?? '',
  }));
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const inPlace = <T extends { id: string; position: number }>(things: T[]): T[] => things.toSorted((a, b) => a.position - b.position || order(a.id, b.id));

/** The session that an own export means by a guid. */
export function sessionsByGuid(schedule: ExportedSchedule): Map<string, SessionId> {
  return new Map(schedule.sessions.map((session) => [session.guid, session.id]));
}
