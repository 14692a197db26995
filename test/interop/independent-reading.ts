/**
 * A second reading of schedule files that shares nothing with src/exchange, to check that one against: it walks the JSON, and
 * XML with regular expressions, and takes no shortcut through our readers.
 */
export interface Reading {
  days: number;
  /** The first and the last day, `2026-11-24`. */
  between: [string, string];
  rooms: number;
  persons: number;
  events: number;
  /** `room | title | start in UTC` of all events whose date is whole, sorted. */
  sessions: string[];
}

interface Person { identity: string; name: string }
interface Event { room: string; title: string; date: string; persons: Person[] }
interface Day { date: string; rooms: { name: string; guid: string }[]; events: Event[] }

export function readIndependently(text: string): Reading {
  return summary(text.trimStart().startsWith('<') ? readXml(text) : readJson(text));
}

interface JsonPerson { id?: unknown; guid?: unknown; code?: unknown; name?: string | null; public_name?: string | null; full_public_name?: string | null }
interface JsonEvent { title?: string | number | null; date?: string | null; room?: string | null; persons?: (JsonPerson | string | null)[] | null }
interface JsonDay { date?: string | null; rooms: Record<string, JsonEvent[]> }

function readJson(text: string): Day[] {
  const { schedule } = JSON.parse(text) as { schedule: { conference: { days: JsonDay[] } } };
  return schedule.conference.days.map((day) => ({
    date: day.date ?? '',
    rooms: Object.keys(day.rooms).map((name) => ({ name, guid: '' })),
    events: Object.entries(day.rooms).flatMap(([room, list]) => list.map((event) => ({
      room: room.trim() === '' ? (event.room ?? '') : room, title: String(event.title ?? ''), date: event.date ?? '', persons: (event.persons ?? []).map(jsonPerson),
    }))),
  }));
}

function jsonPerson(value: JsonPerson | string | null): Person {
  const person = typeof value === 'string' ? { name: value } : (value ?? {});
  return { identity: identityOf(person.guid, person.id, person.code), name: person.name ?? person.public_name ?? person.full_public_name ?? '' };
}

function readXml(text: string): Day[] {
  return [...text.matchAll(/<day\b([^>]*?)(?:\/>|>([\s\S]*?)<\/day>)/g)].map(([, head = '', day = '']) => {
    const rooms = [...day.matchAll(/<room\s([^>]*?)(?:\/>|>([\s\S]*?)(?=<room\s|$))/g)];
    return {
      date: attribute(head, 'date'),
      rooms: rooms.map(([, room = '']) => ({ name: attribute(room, 'name'), guid: attribute(room, 'guid').toLowerCase() })),
      events: rooms.flatMap(([, room = '', within = '']) => [...within.matchAll(/<event\b[\s\S]*?<\/event>/g)].map(([event]) => ({
        room: attribute(room, 'name'), title: plain(tag(event, 'title')), date: tag(event, 'date').trim(), persons: xmlPersons(event),
      }))),
    };
  });
}

function xmlPersons(event: string): Person[] {
  return [...event.matchAll(/<person\b([^>]*)>([\s\S]*?)<\/person>/g)].map(([, head = '', person = '']) => ({
    identity: identityOf(attribute(head, 'guid'), attribute(head, 'id'), attribute(head, 'code')), name: plain(person),
  }));
}

function summary(days: readonly Day[]): Reading {
  const events = days.flatMap((day) => day.events);
  const dates = days.map(({ date }) => date.slice(0, 10)).filter((date) => date !== '').sort();
  return {
    days: days.length,
    between: [dates[0] ?? '', dates.at(-1) ?? ''],
    rooms: countRooms(days),
    persons: countPersons(events.flatMap(({ persons }) => persons)),
    events: events.length,
    sessions: events.filter(({ date }) => /(Z|[+-]\d\d:?\d\d)$/.test(date)).map(({ room, title, date }) =>
      [squeeze(room) || 'Unplaced', squeeze(title).slice(0, 500).trimEnd() || 'Untitled', new Date(date).toISOString()].join(' | '),
    ).sort(),
  };
}

// one a name, unless a name comes with several guids within one day
function countRooms(days: readonly Day[]): number {
  const names = new Map<string, number>();
  for (const { rooms } of days) {
    for (const { name } of rooms) {
      const guids = new Set(rooms.filter((room) => squeeze(room.name) === squeeze(name) && room.guid !== '').map(({ guid }) => guid));
      if (squeeze(name) !== '') names.set(squeeze(name), Math.max(1, guids.size, names.get(squeeze(name)) ?? 0));
    }
  }
  return [...names.values()].reduce((sum, count) => sum + count, 0);
}

const identityOf = (guid: unknown, id: unknown, code: unknown): string => {
  if (typeof guid === 'string' && guid !== '') return guid.toLowerCase();
  const text = typeof id === 'number' || typeof id === 'string' ? String(id) : '';
  if (Number(text) > 0) return `id ${text}`;
  if (typeof code === 'string' && code !== '') return `code ${code}`;
  return /[a-z]/i.test(text) ? text : '';
};

// an identity that several names share tells nobody apart: each name is one; a name without any is whoever else bears it
function countPersons(persons: readonly Person[]): number {
  const named = persons.map(({ identity, name }) => ({ identity, name: squeeze(name) })).filter(({ name }) => name !== '');
  const names = new Map<string, Set<string>>();
  for (const { identity, name } of named) names.set(identity, (names.get(identity) ?? new Set()).add(name));
  const nameless = names.get('') ?? new Set();
  names.delete('');
  const bearers = new Map<string, number>();
  for (const [, of] of names) if (of.size === 1) for (const name of of) bearers.set(name, (bearers.get(name) ?? 0) + 1);
  const shared = new Set([...names.values()].filter((of) => of.size > 1).flatMap((of) => [...of]));
  const known = [...names.values()].reduce((sum, of) => sum + of.size, 0);
  return known + [...nameless].filter((name) => bearers.get(name) !== 1 || shared.has(name)).length;
}

const attribute = (head: string, name: string): string => plain(new RegExp(`\\b${name}=(["'])([\\s\\S]*?)\\1`).exec(head)?.[2] ?? '');
const tag = (event: string, name: string): string => new RegExp(`<${name}(?:\\s[^>]*)?>([\\s\\S]*?)</${name}>`).exec(event)?.[1] ?? '';
const squeeze = (text: string): string => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '').replace(/\s+/gu, ' ').trim();

function plain(text: string): string {
  const unwrapped = text.replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, within: string) => within.replaceAll('&', '&amp;'));
  return unwrapped
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');
}
