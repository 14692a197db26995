/** An event as schedule.json has it. What a spec does not say is plain and valid. */
export interface AnEvent {
  [field: string]: unknown;
  title?: unknown;
  date?: unknown;
  duration?: unknown;
  persons?: unknown;
}

export interface ADay {
  date: string;
  rooms: Record<string, AnEvent[]>;
  day_start?: string;
  day_end?: string;
}

let made = 0;

/** A schedule.json with these days; `conference` adds or replaces fields. Each event gets a guid of its own unless it names one. */
export function aScheduleFile(days: ADay[], conference: Record<string, unknown> = {}): Buffer {
  return Buffer.from(JSON.stringify({
    schedule: {
      version: '1',
      conference: {
        acronym: 'spec', title: 'A conference for specs', start: days[0]?.date, end: days.at(-1)?.date, daysCount: days.length,
        timeslot_duration: '00:15', time_zone_name: 'Europe/Berlin',
        ...conference,
        days: days.map((day, index) => ({
          index: index + 1,
          day_start: `${day.date}T08:00:00+01:00`,
          day_end: `${day.date}T23:59:00+01:00`,
          ...day,
          rooms: Object.fromEntries(Object.entries(day.rooms).map(([room, events]) => [room, events.map((event) => anEvent(event, room))])),
        })),
      },
    },
  }));
}

/** One day, 24 November 2026, in Berlin. */
export const aDayFile = (rooms: Record<string, AnEvent[]>, conference?: Record<string, unknown>): Buffer =>
  aScheduleFile([{ date: '2026-11-24', rooms }], conference);

export function anEvent(event: AnEvent, room: string): AnEvent {
  made += 1;
  return {
    id: made, guid: aGuid(made), date: '2026-11-24T10:00:00+01:00', start: String(event.date ?? '2026-11-24T10:00').slice(11, 16), duration: '00:30', room,
    slug: `spec-${made}-event`, url: 'https://example.org/event', title: 'An event', subtitle: '', track: 'General', type: 'talk', language: 'en',
    abstract: '', description: '', persons: [], links: [], attachments: [],
    ...event,
  };
}

export const aGuid = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
