import { Temporal } from 'temporal-polyfill';
import { offsetAt, offsetText } from '../read/zones.js';
import type { ExportedRoom, ExportedSchedule, ExportedSession } from './exported-schedule.js';

/** A day of the programme ends at this hour of the night, in the conference's zone. */
const NIGHT_ENDS = 4;

export interface ExportedDay {
  index: number;
  date: string;
  /** With an offset; all of its sessions lie between. */
  start: string;
  end: string;
  /** All rooms, in the first day; in others those that have sessions. */
  rooms: { room: ExportedRoom; sessions: ExportedSession[] }[];
}

/** Sorts the sessions that are on into the conference's days. What lies outside them goes to the nearest one. */
export function exportDays(schedule: ExportedSchedule): ExportedDay[] {
  const { zone, startsOn, endsOn } = schedule.conference;
  const dates = datesBetween(startsOn, endsOn);
  const byDate = new Map<string, ExportedSession[]>(dates.map((date) => [date, []]));
  for (const session of schedule.sessions) {
    if (session.cancelled) continue;
    const date = programmeDate(session.startsAt, zone);
    byDate.get(date < startsOn ? startsOn : date > endsOn ? endsOn : date)?.push(session);
  }
  return dates.map((date, index) => {
    const sessions = byDate.get(date) ?? [];
    const first = Math.min(nightEnd(date, zone), ...sessions.map(({ startsAt }) => startsAt));
    const last = Math.max(nightEnd(nextDate(date), zone) - 60_000, ...sessions.map(({ endsAt }) => endsAt));
    const rooms = schedule.rooms.map((room) => ({ room, sessions: sessions.filter((session) => session.room === room) }));
    return {
      index: index + 1, date,
      start: withOffset(first, zone),
      end: withOffset(last, zone),
      rooms: rooms.filter((entry) => index === 0 || entry.sessions.length > 0),
    };
  });
}

/** `2026-11-24T10:00:00+01:00` in that zone. */
export function withOffset(epoch: number, zone: string): string {
  const offset = offsetAt(zone, epoch);
  return `${new Date(epoch + offset * 60_000).toISOString().slice(0, 19)}${offsetText(offset)}`;
}

/** `01:30`; hours go on past 24. */
export function clockOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(Math.floor(minutes % 60)).padStart(2, '0')}`;
}

export const minutesOf = ({ startsAt, endsAt }: ExportedSession): number => Math.max(1, Math.round((endsAt - startsAt) / 60_000));

function programmeDate(epoch: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(epoch).toZonedDateTimeISO(zone).subtract({ hours: NIGHT_ENDS }).toPlainDate().toString();
}

function nightEnd(date: string, zone: string): number {
  return Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: `0${NIGHT_ENDS}:00` }).epochMilliseconds;
}

const nextDate = (date: string): string => Temporal.PlainDate.from(date).add({ days: 1 }).toString();

function datesBetween(first: string, last: string): string[] {
  const dates = [first];
  while ((dates.at(-1) ?? last) < last && dates.length < 400) dates.push(nextDate(dates.at(-1) ?? last));
  return dates;
}
