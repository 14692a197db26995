import { MINUTE, type CityDay } from './city-day.js';
import { LENGTHS, roomsOf, type PlacedSession } from './placed-session.js';
import type { Random } from './random.js';
import type { RoomCalendar } from './room-calendar.js';
import type { TopicDecks } from './topic-decks.js';
import type { DemoCity, DemoTopic } from './world.js';

const STEP = 30 * MINUTE;
const ROUND: readonly DemoTopic['kind'][] = ['keynote', 'panel', 'performance', 'panel'];
const HOUR_LONG: readonly DemoTopic['kind'][] = ['keynote', 'performance', 'other'];
const ANY: readonly DemoTopic['kind'][] = ['keynote', 'panel', 'performance', 'other', 'workshop'];

/**
 * The conference's own programme: one session after another without a gap, handed on to a city where it is day. Since
 * the cities lie round the world, something is on at every moment that is day anywhere among them.
 */
export function layOutProgramme(days: readonly CityDay[], decks: TopicDecks, rooms: RoomCalendar, random: Random): PlacedSession[] {
  const programme: PlacedSession[] = [];
  const shown = new Map<DemoCity, number>();
  const lastClosing = Math.max(...days.map((day) => day.closesAt));
  let cursor = Math.min(...days.map((day) => day.opensAt));
  while (cursor < lastClosing) {
    const next = nextSession(cursor);
    if (next !== null) programme.push(next);
    cursor = next?.endsAt ?? cursor + STEP;
  }
  return programme;

  function nextSession(startsAt: number): PlacedSession | null {
    const previous = programme.at(-1)?.at.city;
    const place = programme.length % ROUND.length;
    const turn = ROUND.slice(place, place + 1);
    const hosts = random
      .shuffled(days)
      .sort((a, b) => Number(a.city === previous) - Number(b.city === previous) || (shown.get(a.city) ?? 0) - (shown.get(b.city) ?? 0));
    for (const kinds of [turn, ANY, HOUR_LONG]) {
      const minutes = Math.max(...kinds.map((kind) => LENGTHS[kind]));
      for (const day of hosts) {
        if (startsAt < day.opensAt || startsAt + minutes * MINUTE > day.closesAt) continue;
        // the stage, or the room beside it when the stage is still being changed over
        const at = roomsOf(day.city).find(({ room }) => rooms.isFree(room, startsAt, startsAt + minutes * MINUTE));
        const topic = at === undefined ? null : decks.draw(day.city, kinds);
        if (at === undefined || topic === null) continue;
        const endsAt = startsAt + LENGTHS[topic.kind] * MINUTE;
        rooms.take(at.room, startsAt, endsAt);
        shown.set(day.city, (shown.get(day.city) ?? 0) + 1);
        return { kind: topic.kind, language: topic.language, topic, at, startsAt, endsAt, programme: true, bySatellite: at.venue.satellite };
      }
    }
    return null;
  }
}
