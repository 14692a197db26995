import type { DataSource, EntityManager } from 'typeorm';
import { recordDraftEdit } from '../../agenda/board/record-draft-edit.js';
import { releaseAgenda } from '../../agenda/release-agenda.js';
import type { Revision } from '../../contract/changes.js';
import type { ImportReceipt } from '../../contract/exchange.js';
import { recordAudit } from '../../platform/audit/record-audit.js';
import { problem } from '../../platform/problems/problem-error.js';
import type { ImportedSchedule } from '../read/imported-schedule.js';
import { knownZone } from '../read/zones.js';
import { importReport } from './import-report.js';
import { NOT_OWN, readOwnExport } from './own-export.js';
import { planImport } from './plan-import.js';
import { readExisting } from './existing.queries.js';
import { createConference, findConference } from './settle-conference.js';
import { settleTimes } from './settle-times.js';
import { settleZone } from './settle-zone.js';
import { isEmpty, writePlan, type OnWritten } from './write-plan.js';

export interface ImportRequest {
  conferenceSlug: string;
  schedule: ImportedSchedule;
  /** Under which name the file's sessions are known again; by default made of its format and acronym. */
  source?: string;
  /** Overrides the file's zone, and that of a conference that exists. */
  zone?: string;
  /** Of a conference that is made. */
  title?: string;
  actor: string;
  /** Takes a file that lacks implausibly much. */
  acceptShrink?: boolean;
  /** Answers what would happen, and writes nothing. */
  dryRun?: boolean;
  now?: number;
  /** Told as sessions are written. */
  onWritten?: OnWritten;
}

/**
 * Brings a conference to what a file says, in one transaction: sessions come, move, change and are cancelled, and all of it
 * is ONE release. The same file again changes nothing. Sessions of other sources are left alone.
 * @throws ProblemError `import-held` where the file lacks implausibly much, `invalid-input` for an unknown zone or address,
 * `import-refused` where no conference can be made of it
 */
export async function importSchedule(source: DataSource, request: ImportRequest): Promise<ImportReceipt> {
  const rollback = new Error('look-ahead');
  let receipt = null as ImportReceipt | null;
  try {
    await source.transaction(async (tx) => {
      receipt = await importInto(tx, request);
      if (request.dryRun === true) throw rollback;
    });
  } catch (error) {
    if (error !== rollback) throw error;
  }
  if (receipt === null) throw new Error('the import ended without a receipt');
  return receipt;
}

async function importInto(tx: EntityManager, request: ImportRequest): Promise<ImportReceipt> {
  const { schedule, actor } = request;
  const asked = request.zone === undefined ? null : knownZone(request.zone);
  if (request.zone !== undefined && asked === null) {
    throw problem('invalid-input', `“${request.zone}” is no time zone. Give an IANA name, such as Europe/Paris.`, { errors: [{ path: 'zone', message: 'unknown zone' }] });
  }
  const found = await findConference(tx, request.conferenceSlug);
  const { zone, items: zoneItems } = settleZone(schedule, asked, found?.zone ?? null);
  const cityZone = zoneOfRooms(schedule);
  const { sessions, items: timeItems } = settleTimes(schedule, zone, cityZone);
  const held = found ?? (await createConference(tx, request.conferenceSlug, request.title ?? null, zone, schedule, sessions));
  const own = found === null ? NOT_OWN : await readOwnExport(tx, held.id, zone, schedule);
  const sourceName = request.source ?? defaultSource(schedule);
  const settled = { schedule, sessions, zone, source: sourceName, own, conference: held, actor };
  const { plan, planned, items, overlaps, shrink } = planImport(await readExisting(tx, held.id), settled, request.now ?? Date.now());
  if (shrink !== null && request.acceptShrink !== true) {
    const most = 100;
    throw problem('import-held', `Nothing was changed: ${shrink.reasons.join('; ')}. If that is right, import it again with --accept-shrink (acceptShrink=true).`, {
      errors: shrink.reasons.map((message) => ({ path: '', message })),
      sessions: shrink.missing.slice(0, most).map(({ id, title }) => ({ id, title })),
    });
  }
  let revision: Revision | null = null;
  const rezoned = found !== null && asked !== null && asked !== found.zone;
  if (!isEmpty(plan) || rezoned) {
    const note = `Imported from ${sourceName}`;
    revision = await releaseAgenda(tx, { conferenceId: held.id, note, actor }, async () => {
      if (rezoned) await tx.query(`UPDATE conference SET zone = $2 WHERE id = $1`, [held.id, zone]);
      await recordDraftEdit(tx, { conferenceId: held.id, sessions: 'all', what: 'import', actor }, async () => {
        await writePlan(tx, held.id, plan, request.onWritten);
      });
    });
  }
  await recordAudit(tx, { actor, action: 'import-schedule', conferenceId: held.id, subject: `conference:${held.id}`, details: { revision: revision?.revision ?? null } });
  const report = importReport({
    conference: request.conferenceSlug, source: sourceName, zone, schedule, planned, overlaps, items: [...schedule.items, ...zoneItems, ...timeItems, ...items],
  });
  return { report, revision, written: request.dryRun !== true };
}

/** Stable over a source's files, whichever of the two pentabarf formats they have. */
export function defaultSource(schedule: ImportedSchedule): string {
  const name = schedule.acronym ?? schedule.title;
  const family = schedule.exportedFrom !== null ? 'meridian' : schedule.format.startsWith('schedule') ? 'schedule' : schedule.format;
  return name === null ? family : `${family}:${name.toLowerCase()}`;
}

function zoneOfRooms(schedule: ImportedSchedule): (room: string) => string | null {
  const cities = new Map(schedule.cities.map(({ key, zone }) => [key, zone]));
  const venues = new Map(schedule.venues.map(({ key, city }) => [key, cities.get(city) ?? null]));
  const rooms = new Map(schedule.rooms.map(({ key, venue }) => [key, venue === null ? null : (venues.get(venue) ?? null)]));
  return (room) => rooms.get(room) ?? null;
}
