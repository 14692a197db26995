import { z } from 'zod';
import { Revision } from './changes.js';

export const ImportFormat = z.enum(['schedule.xml', 'schedule.json', 'ics', 'csv']);
export type ImportFormat = z.infer<typeof ImportFormat>;

export const ExportFormat = z.enum([...ImportFormat.options, 'jsonld']);
export type ExportFormat = z.infer<typeof ExportFormat>;

/**
 * One oddity of an imported file and what became of it.
 * `accepted`: taken as it is. `mended`: taken with a repair. `waived`: taken although it breaks a rule of placement.
 * `refused`: left out, the rest was taken.
 */
export const ImportItem = z.object({
  severity: z.enum(['accepted', 'mended', 'waived', 'refused']),
  /** Stable, for programs: `guid-repeated`, `duration-missing`, `room-overlap` ... */
  code: z.string(),
  /** Where in the file: `line 12` or a JSON pointer; empty where no single place is meant. */
  where: z.string(),
  /** The session's title, where it is about one. */
  session: z.string().nullable(),
  message: z.string(),
});
export type ImportItem = z.infer<typeof ImportItem>;

const count = z.number().int().min(0);

export const ImportCounts = z.object({
  /** What the file holds. */
  sessions: count, rooms: count, days: count, persons: count, tracks: count,
  /** Sessions taken without any repair, with at least one, and not at all. */
  accepted: count, mended: count, refused: count,
  /** Pairs of sessions that share a room or a speaker at one time, and came in all the same. */
  overlapsWaived: count,
  /** What the import does to the conference. */
  added: count, moved: count, edited: count, cancelled: count, reinstated: count, unchanged: count,
});
export type ImportCounts = z.infer<typeof ImportCounts>;

export const ImportReport = z.object({
  conference: z.string(),
  /** The name under which the file's sessions are known again in the next import. */
  source: z.string(),
  format: ImportFormat,
  zone: z.string(),
  counts: ImportCounts,
  items: z.array(ImportItem),
});
export type ImportReport = z.infer<typeof ImportReport>;

/** What an import answers. `revision` is null where nothing changed; in a look-ahead it is what would be released. */
export const ImportReceipt = z.object({ report: ImportReport, revision: Revision.nullable(), written: z.boolean() });
export type ImportReceipt = z.infer<typeof ImportReceipt>;

const flag = z.enum(['true', 'false', '1', '0']).default('false').transform((text) => text === 'true' || text === '1');

export const ImportQuery = z.strictObject({
  format: ImportFormat.optional(),
  source: z.string().trim().min(1).max(200).optional(),
  zone: z.string().max(64).optional(),
  title: z.string().trim().min(1).max(500).optional(),
  acceptShrink: flag,
  dryRun: flag,
});
export type ImportQuery = z.infer<typeof ImportQuery>;

const several = z
  .union([z.string().max(200), z.array(z.string().max(200)).max(2_000)])
  .optional()
  .transform((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]));

/** A calendar of some sessions: named ones, or all that meet every given filter. Unknown ids are ignored. */
export const CalendarQuery = z.strictObject({
  session: several, city: several, track: several, language: several, speaker: several,
});
export type CalendarQuery = z.infer<typeof CalendarQuery>;
