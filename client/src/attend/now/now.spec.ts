import fc from 'fast-check';
import { AnAgenda, at, titles } from '../an-agenda.js';
import { conferenceAt } from './conference-moment.js';
import { citiesAt, type CityMoment } from './moments.js';
import { orderCities } from './order-cities.js';
import { progressAt, wholeMinutes } from './progress.js';

const cancelled = { status: 'cancelled', cancelReason: 'fog' } as const;
const moments = (agenda: AnAgenda, time: string | number): CityMoment[] => {
  const index = agenda.index();
  return citiesAt(index, index.sessions, at(time));
};
const lyonAndOslo = (): AnAgenda => new AnAgenda().withCity('Lyon', ['Hall', 'Studio']).withCity('Oslo', ['Dome'])
  .withSession('opening', 'Hall', '09:00', '10:00').withSession('keynote', 'Hall', '10:00', '11:00').withSession('fjords', 'Dome', '14:00', '15:00');

describe('citiesAt', () => {
  const cases: [name: string, time: string, on: string[], next: string[]][] = [
    ['before', '08:00', [], ['opening']],
    ['on its first instant', '09:00', ['opening'], ['keynote']],
    ['on the instant of a change of sessions', '10:00', ['keynote'], []],
    ['on its last minute', '10:59', ['keynote'], []],
  ];
  it.each(cases)('%s', (_name, time, on, next) => {
    const hall = moments(lyonAndOslo(), time)[0]?.rooms[0];
    expect([titles(hall?.on ?? []), titles(hall?.next ?? [])]).toEqual([on, next]);
  });

  it.each([
    ['on', '09:30', 'on'], ['within the hour', '08:00', 'soon'], ['more than an hour away', '07:59', 'later'], ['over', '11:00', 'over'],
  ])('tells a city that is %s', (_name, time, status) => {
    expect(moments(lyonAndOslo(), time)[0]?.status).toBe(status);
  });

  it('names what is missing and what was cancelled before the next one', () => {
    const agenda = new AnAgenda().withCity('Lyon', ['Hall']).withSession('a', 'Hall', '09:00', '10:00', cancelled)
      .withSession('b', 'Hall', '10:00', '11:00', cancelled).withSession('c', 'Hall', '11:00', '12:00').withSession('d', 'Hall', '12:00', '13:00');
    const [lyon] = moments(agenda, '09:30');
    const hall = lyon!.rooms[0]!;
    expect([titles(hall.on), titles(hall.missing), titles(hall.next)]).toEqual([[], ['a'], ['b', 'c']]);
    expect([lyon!.onCount, lyon!.nextStart]).toEqual([0, at('11:00')]);
  });

  it('never calls a session both on and next, and counts what is on as any reader would', () => {
    const spans = fc.array(fc.record({ room: fc.constantFrom('A', 'B', 'C'), start: fc.nat(20), length: fc.nat(6), off: fc.boolean() }), { maxLength: 30 });
    fc.assert(fc.property(spans, fc.nat(24), (list, hour) => {
      const agenda = new AnAgenda().withCity('Lyon', ['A', 'B']).withCity('Oslo', ['C']);
      list.forEach(({ room, start, length, off }, i) => agenda.withSession(`s${i}`, room, start, start + length, off ? cancelled : {}));
      const cities = moments(agenda, hour);
      const on = cities.flatMap((city) => city.rooms.flatMap((room) => titles(room.on)));
      const next = cities.flatMap((city) => city.rooms.flatMap((room) => titles(room.next)));
      const expected = list.flatMap(({ start, length, off }, i) => (!off && start <= hour && hour < start + length ? [`s${i}`] : []));
      expect([...on].sort()).toEqual(expected.sort());
      expect(on.filter((title) => next.includes(title))).toEqual([]);
      expect(cities.reduce((sum, city) => sum + city.onCount, 0)).toBe(expected.length);
    }));
  });
});

describe('orderCities', () => {
  const agenda = new AnAgenda().withCity('Quiet', ['Q']).withCity('Later', ['L']).withCity('Soon', ['S']).withCity('On', ['O']).withCity('Mine', ['M'])
    .withSession('l', 'L', '18:00', '19:00').withSession('s', 'S', '10:00', '11:00').withSession('o', 'O', '09:00', '11:00').withSession('m', 'M', '20:00', '21:00');

  it('puts bookmarks first, then what is on, then what is soonest, and silence last', () => {
    expect(orderCities(moments(agenda, '09:30'), new Set(['m'])).map(({ city }) => city.name)).toEqual(['Mine', 'On', 'Soon', 'Later', 'Quiet']);
  });

  it('keeps the order of the conference where nothing tells cities apart', () => {
    expect(orderCities(moments(agenda, 23), new Set()).map(({ city }) => city.name)).toEqual(['Quiet', 'Later', 'Soon', 'On', 'Mine']);
  });
});

describe('conferenceAt', () => {
  const state = (agenda: AnAgenda, time: string | number): string => conferenceAt(agenda.index().sessions, at(time)).state;
  it.each([['before', '08:59'], ['on', '09:00'], ['between', '12:00'], ['on', '14:30'], ['after', '15:00']])('%s at %s', (expected, time) => {
    expect(state(lyonAndOslo(), time)).toBe(expected);
  });
  it('is not opened by a cancelled session', () => {
    expect(state(lyonAndOslo().withSession('early', 'Dome', '07:00', '08:00', cancelled), '07:30')).toBe('before');
  });
  it('is empty without sessions', () => {
    expect(state(new AnAgenda(), 0)).toBe('empty');
  });
});

describe('progressAt', () => {
  it.each([['before', 0, 0], ['a quarter', 5_000, 0.25], ['at the end', 20_000, 1], ['after', 90_000, 1]])('%s', (_name, instant, expected) => {
    expect(progressAt({ start: 0, end: 20_000 }, instant)).toBe(expected);
  });
  it('has no half-way in a session without length', () => {
    expect([progressAt({ start: 5, end: 5 }, 4), progressAt({ start: 5, end: 5 }, 5)]).toEqual([0, 1]);
  });
});

describe('wholeMinutes', () => {
  it.each([['nothing left', 0, 0], ['a second is a minute', 1_000, 1], ['a minute', 60_000, 1], ['a little more', 60_001, 2], ['past', -5, 0]])(
    '%s', (_name, milliseconds, expected) => {
      expect(wholeMinutes(milliseconds)).toBe(expected);
    },
  );
});
