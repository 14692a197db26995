/**
 * A second reading of schedule files that shares nothing with src/exchange, to check that one against. It knows only what
 * well-behaved files need, and takes no shortcut through our readers.
 */
export interface Reading {
  days: number;
  rooms: number;
  persons: number;
  /** `room | title | start in UTC`, sorted. */
  sessions: string[];
}

interface Event {
  room: string;
  title: string;
  date: string;
  persons: { id: string; name: string }[];
}

export function readIndependently(text: string): Reading {
  return text.trimStart().startsWith('<') ? readXml(text) : readJson(text);
}

interface JsonEvent { title: string | null; date: string; persons?: { id?: unknown; name?: string; public_name?: string; full_public_name?: string }[] }

function readJson(text: string): Reading {
  const { schedule } = JSON.parse(text) as { schedule: { conference: { days: { rooms: Record<string, JsonEvent[]> }[] } } };
  const { days } = schedule.conference;
  const rooms = days.flatMap((day) => Object.keys(day.rooms));
  const events = days.flatMap((day) => Object.entries(day.rooms)).flatMap(([room, list]) =>
    list.map((event): Event => ({
      room,
      title: event.title ?? '',
      date: event.date,
      persons: (event.persons ?? []).map((person) => ({ id: String(person.id ?? ''), name: person.name ?? person.public_name ?? person.full_public_name ?? '' })),
    })),
  );
  return summary(days.length, rooms, events);
}

function readXml(text: string): Reading {
  const days = [...text.matchAll(/<day\b[^>]*?(?:\/>|>([\s\S]*?)<\/day>)/g)];
  const rooms = days.flatMap(([, day = '']) => [...day.matchAll(/<room\s[^>]*?name=(["'])(.*?)\1[^>]*?(?:\/>|>([\s\S]*?)(?=<room\s|$))/g)]);
  const events = rooms.flatMap(([, , name = '', within = '']) =>
    [...within.matchAll(/<event\b[\s\S]*?<\/event>/g)].map(([event]): Event => ({
      room: plain(name),
      title: plain(tag(event, 'title')),
      date: tag(event, 'date').trim(),
      persons: [...event.matchAll(/<person\b([^>]*)>([\s\S]*?)<\/person>/g)].map(([, attributes = '', person = '']) => ({
        id: /\bid=["'](.*?)["']/.exec(attributes)?.[1] ?? '',
        name: plain(person),
      })),
    })),
  );
  return summary(days.length, rooms.map(([, , name = '']) => plain(name)), events);
}

function summary(days: number, rooms: readonly string[], events: readonly Event[]): Reading {
  return {
    days,
    rooms: new Set(rooms.map(squeeze)).size,
    persons: countPersons(events.flatMap(({ persons }) => persons)),
    sessions: events.map(({ room, title, date }) => [squeeze(room), squeeze(title), new Date(date).toISOString()].join(' | ')).sort(),
  };
}

// an id of 0, or one that several names share, tells nobody apart; a name without an id is whoever else bears it
function countPersons(persons: readonly { id: string; name: string }[]): number {
  const named = persons.map(({ id, name }) => ({ id: Number(id) > 0 || /[a-z]/i.test(id) ? id : '', name: squeeze(name) })).filter(({ name }) => name !== '');
  const namesOf = (wanted: string): Set<string> => new Set(named.filter(({ id }) => id === wanted).map(({ name }) => name));
  const usable = new Set([...new Set(named.map(({ id }) => id))].filter((id) => id !== '' && namesOf(id).size === 1));
  const withId = new Set(named.filter(({ id }) => usable.has(id)).map(({ name }) => name));
  const nameless = new Set(named.filter(({ id, name }) => !usable.has(id) && !withId.has(name)).map(({ name }) => name));
  return usable.size + nameless.size;
}

const tag = (event: string, name: string): string => new RegExp(`<${name}(?:\\s[^>]*)?>([\\s\\S]*?)</${name}>`).exec(event)?.[1] ?? '';
const squeeze = (text: string): string => text.replace(/\s+/gu, ' ').trim();

function plain(text: string): string {
  const unwrapped = text.replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, within: string) => within.replaceAll('&', '&amp;'));
  return unwrapped
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');
}
