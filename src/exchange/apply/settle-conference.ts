import type { EntityManager } from 'typeorm';
import type { ConferenceId } from '../../contract/ids.js';
import { Slug } from '../../contract/scalars.js';
import { newId } from '../../platform/new-id.js';
import { problem } from '../../platform/problems/problem-error.js';
import type { ImportedSchedule } from '../read/imported-schedule.js';
import { dateAt } from '../read/zones.js';
import type { SettledSession } from './settle-times.js';

export interface HeldConference { id: ConferenceId; zone: string; startsOn: string; endsOn: string }

/** The conference of that slug under its lock, or null. */
export async function findConference(tx: EntityManager, slug: string): Promise<HeldConference | null> {
  const [row] = await tx.query<HeldConference[]>(
    `SELECT id, zone, starts_on::text AS "startsOn", ends_on::text AS "endsOn" FROM conference WHERE slug = $1 FOR UPDATE`,
    [slug],
  );
  return row ?? null;
}

/** Makes the conference that a file brings along: published at once, as its days and languages say. */
export async function createConference(
  tx: EntityManager, slug: string, title: string | null, zone: string, schedule: ImportedSchedule, sessions: readonly SettledSession[],
): Promise<HeldConference> {
  const named = Slug.safeParse(slug);
  if (!named.success) throw problem('invalid-input', `“${slug}” can't be a conference's address. ${named.error.issues[0]?.message ?? ''}`.trim());
  const dates = datesOf(schedule, sessions, zone);
  const [startsOn, endsOn] = [dates[0], dates.at(-1)];
  if (startsOn === undefined || endsOn === undefined) {
    throw problem('import-refused', 'The file has neither days nor sessions, so that no conference can be made of it.', {
      errors: [{ path: '', message: 'no days and no sessions' }],
    });
  }
  const conference: HeldConference = { id: newId<ConferenceId>(), zone, startsOn, endsOn };
  const name = title ?? schedule.title ?? schedule.acronym ?? slug;
  await tx.query(
    `INSERT INTO conference (id, slug, title, status, zone, languages, starts_on, ends_on, url) VALUES ($1, $2, $3, 'published', $4, $5, $6, $7, $8)`,
    [conference.id, slug, name, zone, schedule.languages ?? languagesOf(sessions), startsOn, endsOn, schedule.url],
  );
  return conference;
}

/**
 * The conference's days widened by those of the file, or of what the file puts elsewhere where it has none; null where they
 * hold them already. Days are never taken away.
 */
export function widenedDates(
  held: HeldConference, schedule: ImportedSchedule, placedAnew: readonly { startsAt: number }[],
): { startsOn: string; endsOn: string } | null {
  const dates = [held.startsOn, held.endsOn, ...datesOf(schedule, placedAnew, held.zone)].sort();
  const [startsOn, endsOn] = [dates[0] ?? held.startsOn, dates.at(-1) ?? held.endsOn];
  return startsOn === held.startsOn && endsOn === held.endsOn ? null : { startsOn, endsOn };
}

function datesOf(schedule: ImportedSchedule, sessions: readonly { startsAt: number }[], zone: string): string[] {
  if (schedule.days.length > 0) return schedule.days;
  return [...new Set(sessions.map(({ startsAt }) => dateAt(zone, startsAt)))].sort();
}

function languagesOf(sessions: readonly SettledSession[]): string[] {
  const uses = new Map<string, number>();
  for (const { language } of sessions) if (language !== null) uses.set(language, (uses.get(language) ?? 0) + 1);
  const languages = [...uses].toSorted(([, a], [, b]) => b - a).map(([language]) => language).slice(0, 50);
  return languages.length === 0 ? ['en'] : languages;
}
