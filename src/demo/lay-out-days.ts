import { MINUTE, type CityDay } from './city-day.js';
import { LENGTHS, roomsOf, type PlacedSession, type RoomAt } from './placed-session.js';
import type { Random } from './random.js';
import type { RoomCalendar } from './room-calendar.js';
import type { TopicDecks } from './topic-decks.js';
import type { DemoTopic } from './world.js';

/** Starts of sessions, in minutes after local midnight. */
const STARTS = [9, 10, 11, 13.5, 14.5, 15.5, 16.5, 17.5, 18.5, 19.5, 20.5].map((hour) => hour * 60);
const NOON = 12.25 * 60;
const TEATIME = 16 * 60;
const KINDS: readonly DemoTopic['kind'][] = ['talk', 'panel', 'workshop', 'statement', 'other', 'performance', 'keynote'];

/** A break at noon today, and one at teatime on the day before or after: every other city on either. */
export function layOutBreaks(days: readonly CityDay[], rooms: RoomCalendar): PlacedSession[] {
  const cities = [...new Set(days.map((day) => day.city))];
  return days.flatMap((day) => {
    if (day.offset === (cities.indexOf(day.city) % 2 === 0 ? 1 : -1)) return [];
    const startsAt = day.at(day.offset === 0 ? NOON : TEATIME);
    const endsAt = startsAt + LENGTHS.break * MINUTE;
    const at = roomsOf(day.city).reverse().find(({ room }) => rooms.isFree(room, startsAt, endsAt));
    const [language] = day.city.languages;
    if (at === undefined || language === undefined) return [];
    rooms.take(at.room, startsAt, endsAt);
    return [{ kind: 'break' as const, language, topic: null, at, startsAt, endsAt, programme: false, bySatellite: false }];
  });
}

/** Fills the cities' days evenly, today most of all since that is what is looked at, until so many sessions are placed or no topic or room is left. */
export function layOutDays(
  days: readonly CityDay[], placed: readonly PlacedSession[], count: number, decks: TopicDecks, rooms: RoomCalendar, random: Random,
): PlacedSession[] {
  const sessions: PlacedSession[] = [];
  let open = days.map((day) => ({
    day,
    share: roomsOf(day.city).length * (day.offset === 0 ? 3.5 : 1),
    held: placed.filter(({ at, startsAt }) => at.city === day.city && startsAt >= day.opensAt && startsAt < day.closesAt).length,
  }));
  while (sessions.length < count && open.length > 0) {
    const emptiest = open.reduce((a, b) => (b.held / b.share < a.held / a.share ? b : a));
    const topic = decks.draw(emptiest.day.city, KINDS);
    const session = topic === null ? null : place(topic, emptiest.day);
    if (session === null) {
      open = open.filter((candidate) => candidate !== emptiest);
    } else {
      sessions.push(session);
      emptiest.held += 1;
    }
  }
  return sessions;

  function place(topic: DemoTopic, day: CityDay): PlacedSession | null {
    const length = LENGTHS[topic.kind] * MINUTE;
    for (const minutes of startsFor(topic.kind)) {
      const startsAt = day.at(minutes);
      const endsAt = startsAt + length;
      const at = roomsFor(topic.kind, day).find(({ room }) => rooms.isFree(room, startsAt, endsAt));
      if (endsAt > day.closesAt || at === undefined) continue;
      rooms.take(at.room, startsAt, endsAt);
      const bySatellite = at.venue.satellite && (topic.kind === 'keynote' || topic.kind === 'performance');
      return { kind: topic.kind, language: topic.language, topic, at, startsAt, endsAt, programme: false, bySatellite };
    }
    return null;
  }

  /** Performances in the evening where that is possible. */
  function startsFor(kind: DemoTopic['kind']): number[] {
    const starts = random.shuffled(STARTS);
    const evening = (minutes: number): number => Number(kind === 'performance' && minutes < 17 * 60);
    return starts.sort((a, b) => evening(a) - evening(b));
  }

  /** Workshops in small rooms, what many come to in large ones. */
  function roomsFor(kind: DemoTopic['kind'], day: CityDay): RoomAt[] {
    const all = random.shuffled(roomsOf(day.city));
    if (kind === 'workshop') return all.sort((a, b) => a.room.capacity - b.room.capacity);
    if (kind === 'keynote' || kind === 'performance') return all.sort((a, b) => b.room.capacity - a.room.capacity);
    return all;
  }
}
