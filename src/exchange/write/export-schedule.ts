import type { DataSource } from 'typeorm';
import type { ExportFormat } from '../../contract/exchange.js';
import type { ConferenceId } from '../../contract/ids.js';
import { problem } from '../../platform/problems/problem-error.js';
import { readExported } from './export.queries.js';
import type { ExportedSchedule } from './exported-schedule.js';
import { writeFile } from './write-file.js';

/** @throws ProblemError `not-found` */
export async function exportSchedule(source: DataSource, slug: string, format: ExportFormat): Promise<string> {
  const [row] = await source.query<{ id: ConferenceId }[]>(`SELECT id FROM conference WHERE slug = $1`, [slug]);
  if (row === undefined) throw problem('not-found', `There is no conference “${slug}”.`);
  return writeFile(await readSnapshot(source, row.id), format);
}

/** What is published, all of one revision. */
export async function readSnapshot(source: DataSource, id: ConferenceId): Promise<ExportedSchedule> {
  return await source.transaction('REPEATABLE READ', async (tx) => await readExported(tx, id));
}
