import type { CalendarQuery } from '../contract/exchange.js';
import type { ExportedSession } from './write/exported-schedule.js';

/**
 * The sessions that a calendar is asked for: those that are named, and those that meet every filter given. Within one filter
 * any of its values will do. What nobody knows chooses nothing; with neither names nor filters it is all of them.
 */
export function chooseSessions(sessions: readonly ExportedSession[], query: CalendarQuery): ExportedSession[] {
  const { session: named, city, track, language, speaker } = query;
  const filters = [
    [city, (session: ExportedSession) => [session.room.city.id]],
    [track, (session: ExportedSession) => (session.track === null ? [] : [session.track.id])],
    [language, (session: ExportedSession) => (session.language === null ? [] : [session.language])],
    [speaker, (session: ExportedSession) => session.appearances.map(({ person }) => person.id)],
  ] as const;
  const given = filters.filter(([values]) => values.length > 0);
  if (named.length === 0 && given.length === 0) return [...sessions];
  const names = new Set(named);
  return sessions.filter(
    (session) => names.has(session.id) || (given.length > 0 && given.every(([values, valuesOf]) => valuesOf(session).some((value: string) => values.includes(value)))),
  );
}
