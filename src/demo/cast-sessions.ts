import type { Appearance } from '../contract/agenda.js';
import { MINUTE, type CityDay } from './city-day.js';
import type { Cast, CastSession, PlacedSession } from './placed-session.js';
import type { Random } from './random.js';
import type { DemoPerson, DemoTopic, DemoVenue } from './world.js';

/** Minutes that a person needs between two sessions: to breathe, and to cross the city to another venue. */
const BREATH = 15;
const CROSSING = 60;

interface Seat {
  role: Appearance['role'];
  /** Rather someone from another city, by video. */
  fromAfar?: boolean;
}

const SPEAKER: Seat = { role: 'speaker' };
const REMOTE: Seat = { role: 'speaker', fromAfar: true };
const SEATS: Record<DemoTopic['kind'], readonly Seat[]> = {
  keynote: [SPEAKER], panel: [SPEAKER, { role: 'moderator' }, REMOTE, SPEAKER], talk: [SPEAKER], statement: [SPEAKER],
  performance: [SPEAKER, SPEAKER], workshop: [SPEAKER, SPEAKER], other: [SPEAKER],
};
const NAMED_IN: readonly Seat['role'][] = ['speaker', 'moderator', 'interpreter'];

/**
 * Gives every session its people: who speaks its language and knows its field, on site in their home city only, from
 * afar at a friendly hour there, never in two places at once, and everyone about equally often.
 */
export function castSessions(
  sessions: readonly PlacedSession[], people: readonly DemoPerson[], days: readonly CityDay[], random: Random,
): CastSession[] {
  const diaries = new Map<DemoPerson, { startsAt: number; endsAt: number; venue: DemoVenue | null }[]>();
  // The languages that few speak choose first, and everybody's first seat is filled before anybody's second.
  const order = [...sessions].sort((a, b) => Number(a.language === 'en') - Number(b.language === 'en') || a.startsAt - b.startsAt);
  const seated = new Map(order.map((session) => [session, { seats: seatsOf(session), cast: [] as Cast[] }]));
  for (let rank = 0; [...seated.values()].some(({ seats }) => rank < seats.length); rank += 1) {
    for (const [session, { seats, cast }] of seated) {
      const seat = seats[rank];
      const person = seat === undefined ? null : choose(session, seat, cast);
      if (seat !== undefined && person !== null) cast.push(engage(person, session, seat));
    }
  }
  return sessions.map((session) => ({
    ...session,
    cast: (seated.get(session)?.cast ?? []).sort((a, b) => NAMED_IN.indexOf(a.role) - NAMED_IN.indexOf(b.role)),
  }));

  function engage(person: DemoPerson, { at, startsAt, endsAt }: PlacedSession, seat: Seat): Cast {
    const onSite = person.home === at.city.name;
    diaries.set(person, [...(diaries.get(person) ?? []), { startsAt, endsAt, venue: onSite ? at.venue : null }]);
    return { person, role: seat.role, mode: onSite ? 'on-site' : 'remote' };
  }

  function seatsOf({ topic, programme }: PlacedSession): Seat[] {
    if (topic === null) return [];
    const seats = [...SEATS[topic.kind]];
    if (topic.kind === 'talk' && random.next() < 0.35) seats.push(random.next() < 0.5 ? REMOTE : SPEAKER);
    if (random.next() < (programme ? 0.5 : 0.08)) seats.push({ role: 'interpreter', fromAfar: random.next() < 0.4 });
    return seats;
  }

  function choose(session: PlacedSession, seat: Seat, members: readonly Cast[]): DemoPerson | null {
    let best: { person: DemoPerson; cost: number } | null = null;
    for (const person of people) {
      if ((person.field === 'interpreting') !== (seat.role === 'interpreter')) continue;
      if (!person.languages.includes(session.language) || members.some((member) => member.person === person)) continue;
      if (!isFree(person, session)) continue;
      const away = person.home !== session.at.city.name;
      const cost =
        (diaries.get(person)?.length ?? 0) * 2 +
        (seat.role === 'speaker' && person.field !== session.topic?.track ? 2 : 0) +
        (away === (seat.fromAfar ?? false) ? 0 : 5) +
        random.next();
      if (best === null || cost < best.cost) best = { person, cost };
    }
    return best?.person ?? null;
  }

  function isFree(person: DemoPerson, { at, startsAt, endsAt }: PlacedSession): boolean {
    const venue = person.home === at.city.name ? at.venue : null;
    return (venue !== null || isDayAt(person.home, startsAt, endsAt)) && (diaries.get(person) ?? []).every((other) => {
      const crosses = venue !== null && other.venue !== null && venue !== other.venue;
      const gap = (crosses ? CROSSING : BREATH) * MINUTE;
      return endsAt + gap <= other.startsAt || other.endsAt + gap <= startsAt;
    });
  }

  function isDayAt(city: string, startsAt: number, endsAt: number): boolean {
    return days.some((day) => day.city.name === city && day.opensAt <= startsAt && endsAt <= day.closesAt);
  }
}
