import type { EntityManager } from 'typeorm';
import type { ConferenceId, RoomId, SessionId, SpeakerId } from '../../contract/ids.js';
import type { ImportedPerson, ImportedSchedule } from '../read/imported-schedule.js';
import { readFile } from '../read/read-file.js';
import { readExported } from '../write/export.queries.js';
import { writeFile } from '../write/write-file.js';
import { settleTimes, type SettledSession } from './settle-times.js';

/** What this conference's own export, made now, says; by which a file that was exported earlier is understood. */
export interface OwnExport {
  /** Is the file an export of the whole of this conference, so that what it lacks was taken out of it? */
  whole: boolean;
  guids: ReadonlyMap<SessionId, string>;
  rooms: ReadonlyMap<string, RoomId>;
  persons: ReadonlyMap<string, SpeakerId>;
  saidSessions: ReadonlyMap<string, SettledSession>;
  saidPersons: ReadonlyMap<string, ImportedPerson>;
}

export const NOT_OWN: OwnExport = { whole: false, guids: new Map(), rooms: new Map(), persons: new Map(), saidSessions: new Map(), saidPersons: new Map() };

/**
 * Formats say less than we know (no biography, no role, no city), and each in its own way. So a file that we wrote
 * ourselves is not compared with the database but with what we would write now: only what differs from that was changed by
 * somebody. This is what makes "export, then import" change nothing, for every format and every text.
 */
export async function readOwnExport(tx: EntityManager, id: ConferenceId, zone: string, schedule: ImportedSchedule): Promise<OwnExport> {
  const whole = schedule.exportedFrom === id;
  // a CSV can't say where it comes from, but the keys in it can
  if (!whole && schedule.format !== 'csv') return NOT_OWN;
  const exported = await readExported(tx, id);
  const known = new Set(exported.sessions.map(({ guid }) => guid));
  if (!whole && !schedule.sessions.some(({ key }) => known.has(key))) return NOT_OWN;
  const said = readFile(Buffer.from(writeFile(exported, schedule.format)), schedule.format);
  return {
    whole,
    guids: new Map(exported.sessions.map((session) => [session.id, session.guid])),
    rooms: new Map(exported.rooms.flatMap((room): [string, RoomId][] => [[room.guid, room.id], [room.label, room.id]])),
    persons: personsOf(exported.persons),
    saidSessions: new Map(settleTimes(said, zone).sessions.map((session) => [session.key, session])),
    saidPersons: new Map(said.persons.map((person) => [person.key, person])),
  };
}

function personsOf(persons: readonly { id: SpeakerId; guid: string; name: string }[]): Map<string, SpeakerId> {
  const known = new Map<string, SpeakerId>();
  const repeated = new Set<string>();
  for (const { id, guid, name } of persons) {
    const key = `name:${name}`;
    if (known.has(key)) repeated.add(key);
    known.set(guid, id).set(key, id);
  }
  for (const key of repeated) known.delete(key);
  return known;
}
