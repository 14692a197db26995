/** Twelve places of a distributed congress, with the offsets (in minutes) that their clocks show in December. */
const PLACES = [
  ['Amsterdam', 60], ['Berlin', 60], ['Lisboa', 0], ['Helsinki', 120], ['New York', -300], ['Kolkata', 330], ['Sydney', 660], ['Wien', 60], ['Zürich', 60],
  ['Praha', 60], ['Dublin', 0], ['Montréal', -300],
] as const;

const WORDS = 'Wir zeigen how a <b>network</b> of small things &amp; people <br/> grows over night, mit vielen Beispielen aus der Praxis and some theory.';

/**
 * A schedule.xml of 1,400 events and 3 MB as large congresses make them: several clocks in one file, overlaps, guids that
 * repeat, sessions across midnight and outside of their day, and half of the fields in somebody's own spelling.
 */
export function aBigScheduleXml(events = 1_400): string {
  const perRoom = Math.ceil(events / (PLACES.length * 4 * 4));
  let left = events;
  let number = 0;
  const days = [27, 28, 29, 30].map((day, index) => {
    const rooms = PLACES.flatMap(([city, offset]) => ['Saal 1', 'Saal 2', 'Workshop', 'Lounge'].map((name) => {
      const within = Array.from({ length: Math.min(perRoom, left) }, (_, slot) => anEvent((number += 1), day, slot, `${city}: ${name}`, offset));
      left -= within.length;
      return `<room name="${city}: ${name}">\n${within.join('\n')}\n</room>`;
    }));
    return `<day index="${index + 1}" date="2022-12-${day}" start="2022-12-${day}T10:00:00+01:00" end="2022-12-${day}T23:59:00+01:00">\n${rooms.join('\n')}\n</day>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<schedule><version>1</version>
<conference><title>Distributed congress</title><acronym>big22</acronym><start>2022-12-27</start><end>2022-12-30</end><days>4</days>
<timeslot_duration>00:15</timeslot_duration><time_zone_name>Europe/Amsterdam</time_zone_name></conference>\n${days.join('\n')}\n</schedule>\n`;
}

function anEvent(number: number, day: number, slot: number, room: string, offset: number): string {
  // every ninth begins within the one before it; the last of a room goes on past midnight
  const minutes = 10 * 60 + slot * 110 + (number % 9 === 0 ? -70 : 0);
  const clock = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  const sign = offset < 0 ? '-' : '+';
  const zone = `${sign}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
  const guid = number % 200 === 0 ? 1 : number;
  return `<event guid="00000000-0000-4000-8000-${String(guid).padStart(12, '0')}" id="${number}">
<date>2022-12-${day}T${clock}:00${zone}</date><start>${clock}</start><duration>${slot === 7 ? '12:00' : number % 7 === 0 ? '1:30' : '01:00'}</duration>
<room>${room}</room><slug>big22-${number}-event</slug><title>Event ${number} &lt;3 “${room}”</title><subtitle/><track>Track ${number % 9}</track>
<type>${['lecture', 'Workshop (90 min)', 'film', 'Podium', 'Gesprächskreis'][number % 5] ?? ''}</type><language>${['de', 'DE', 'en', 'de-DE', ''][number % 5] ?? ''}</language>
<abstract>${WORDS.replaceAll('<', '&lt;').repeat(6)}</abstract><description>${WORDS.replaceAll('<', '&lt;').repeat(6)}</description>
<persons>${[number % 300, (number * 7) % 500].map((person) => `<person id="${person + 1}">Person ${person + 1}</person>`).join('')}</persons>
<links><link href="https://example.org/${number}">More</link></links><attachments/></event>`;
}

const two = (value: number): string => String(value).padStart(2, '0');
