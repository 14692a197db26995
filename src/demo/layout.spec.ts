import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { MINUTE } from './city-day.js';
import { layOut, type Layout } from './layout.js';
import { liveChanges } from './live-changes.js';
import { changeoverOf, type CastSession } from './placed-session.js';
import { DEMO_WORLD } from './world-of-the-demo.js';

const QUARTER = 15 * MINUTE;
const HOUR = 60 * MINUTE;
const zoned = (instant: number, zone: string): Temporal.ZonedDateTime => Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
const nameOf = (session: CastSession): string =>
  `${session.topic?.title ?? 'break'} in ${session.at.room.name}, ${session.at.city.name}, ${new Date(session.startsAt).toISOString()}`;

/** Moments when a clock changes within the three days, and some ordinary ones. */
const MOMENTS: [string, string][] = [
  ['an ordinary autumn day', '2026-11-24T10:17:31Z'],
  ['midnight in UTC', '2026-06-30T00:00:00Z'],
  ['the turn of the year', '2026-12-31T23:59:59Z'],
  ['Europe loses an hour', '2026-03-29T00:30:00Z'],
  ['the day before Europe loses an hour', '2026-03-28T12:00:00Z'],
  ['America gains an hour', '2026-11-01T05:45:00Z'],
  ['the day after America gained an hour', '2026-11-02T15:00:00Z'],
  ['Adelaide loses an hour', '2026-10-03T16:40:00Z'],
  ['Adelaide gains an hour', '2026-04-04T17:10:00Z'],
];

describe.each(MOMENTS)('the demo at %s', (_name, moment) => {
  const now = Date.parse(moment);
  const layout = layOut(DEMO_WORLD, now, 1);

  it('has about 300 sessions, in all cities and rooms, of all kinds and languages', () => {
    const { sessions } = layout;
    expect(sessions.length).toBeGreaterThanOrEqual(280);
    expect(sessions.length).toBeLessThanOrEqual(320);
    expect(new Set(sessions.map((session) => session.at.city)).size).toBe(24);
    expect(new Set(sessions.map((session) => session.at.room)).size).toBeGreaterThanOrEqual(55);
    expect(new Set(sessions.map((session) => session.language))).toEqual(new Set(['en', 'fr', 'de', 'es', 'fa']));
    expect(new Set(sessions.map((session) => session.kind))).toEqual(
      new Set(['keynote', 'panel', 'talk', 'statement', 'performance', 'workshop', 'break', 'other']),
    );
    for (const language of ['fr', 'de', 'es', 'fa']) {
      expect(sessions.filter((session) => session.language === language).length).toBeGreaterThanOrEqual(15);
    }
  });

  it('says everything once', () => {
    const titles = layout.sessions.flatMap(({ topic }) => topic?.title ?? []);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('keeps every session in a waking hour of its city, yesterday, today or tomorrow', () => {
    for (const session of layout.sessions) {
      const { zone } = session.at.city;
      const [from, to, today] = [zoned(session.startsAt, zone), zoned(session.endsAt, zone), zoned(now, zone).toPlainDate()];
      expect(`${nameOf(session)}: ${hour(from) >= 8.5 && hour(to) <= 21.5 && from.toPlainDate().equals(to.toPlainDate())}`).toMatch(/true$/);
      expect(Math.abs(today.until(from.toPlainDate()).days)).toBeLessThanOrEqual(1);
    }
    function hour(at: Temporal.ZonedDateTime): number {
      return at.hour + at.minute / 60;
    }
  });

  it('puts nothing and nobody in two places at once', () => {
    expect(overlaps(layout.sessions)).toEqual([]);
  });

  it('has speakers on site at home only, and from afar at a friendly hour', () => {
    for (const session of layout.sessions) {
      if (session.kind === 'break') expect(session.cast).toEqual([]);
      else expect(session.cast.length).toBeGreaterThan(0);
      for (const { person, mode } of session.cast) {
        expect(person.languages).toContain(session.language);
        expect(mode).toBe(person.home === session.at.city.name ? 'on-site' : 'remote');
        if (mode === 'on-site') continue;
        const home = DEMO_WORLD.cities.find((city) => city.name === person.home);
        expect(zoned(session.startsAt, home?.zone ?? 'none').hour).toBeGreaterThanOrEqual(8);
        expect(zoned(session.endsAt - 1, home?.zone ?? 'none').hour).toBeLessThan(22);
      }
    }
  });

  it('lets people be seen: most of them somewhere, some remote, moderators and interpreters among them', () => {
    const cast = layout.sessions.flatMap((session) => session.cast);
    expect(new Set(cast.map(({ person }) => person)).size).toBeGreaterThanOrEqual(200);
    expect(cast.filter(({ mode }) => mode === 'remote').length).toBeGreaterThanOrEqual(30);
    for (const session of layout.sessions) {
      if (session.kind === 'panel') expect(session.cast.filter(({ role }) => role === 'moderator')).toHaveLength(1);
      if (session.kind === 'panel') expect(session.cast.length).toBeGreaterThanOrEqual(2);
    }
    expect(cast.filter(({ role }) => role === 'interpreter').length).toBeGreaterThanOrEqual(8);
  });

  it('has something on at every quarter of an hour from 12 hours ago until 24 hours from now', () => {
    expect(silentQuarters(layout, now)).toEqual([]);
  });

  it('hands the programme from city to city without an overlap', () => {
    const programme = layout.sessions.filter((session) => session.programme);
    programme.forEach((session, index) => {
      const next = programme[index + 1];
      if (next !== undefined) expect(next.startsAt).toBeGreaterThanOrEqual(session.endsAt);
    });
    expect(new Set(programme.map((session) => session.at.city)).size).toBeGreaterThanOrEqual(20);
  });

  it('books the satellite for all that is sent by it, and never twice', () => {
    const sent = layout.sessions.filter((session) => session.bySatellite);
    expect(sent.length).toBeGreaterThanOrEqual(20);
    for (const { at, startsAt, endsAt } of sent) {
      expect(at.venue.satellite).toBe(true);
      expect(layout.windows.filter((window) => window.venue === at.venue && window.startsAt < startsAt && window.endsAt > endsAt)).toHaveLength(1);
    }
    for (const window of layout.windows) {
      const together = layout.windows.filter((other) => other.startsAt < window.endsAt && window.startsAt < other.endsAt);
      expect(together.filter((other) => other.venue === window.venue)).toEqual([window]);
    }
  });

  it('has four live changes that fit', () => {
    const changes = liveChanges(layout.sessions, now);
    expect(changes).toHaveLength(4);
    const changed = layout.sessions.map((session) => ({ ...session, ...changes.find((change) => change.session === session)?.to }));
    expect(overlaps(changed)).toEqual([]);
    expect(changes.filter(({ session }) => session.programme || session.bySatellite)).toEqual([]);
  });
});

it('is the same for the same moment and seed, and another for another seed', () => {
  const now = Date.parse('2026-11-24T10:17:31Z');
  expect(layOut(DEMO_WORLD, now, 7)).toEqual(layOut(DEMO_WORLD, now, 7));
  expect(layOut(DEMO_WORLD, now, 7)).not.toEqual(layOut(DEMO_WORLD, now, 8));
});

it('holds at any moment of several years, whatever the seed', () => {
  const moment = fc.integer({ min: Date.UTC(2025, 0) / MINUTE, max: Date.UTC(2030, 0) / MINUTE });
  fc.assert(
    fc.property(moment, fc.integer({ min: 0, max: 1_000 }), (minute, seed) => {
      const now = minute * MINUTE;
      const layout = layOut(DEMO_WORLD, now, seed);
      expect(silentQuarters(layout, now)).toEqual([]);
      expect(overlaps(layout.sessions)).toEqual([]);
      expect(layout.sessions.length).toBeGreaterThanOrEqual(280);
      expect(layout.sessions.filter((session) => session.kind !== 'break' && session.cast.length === 0).map(nameOf)).toEqual([]);
      expect(liveChanges(layout.sessions, now)).toHaveLength(4);
    }),
    { numRuns: 30 },
  );
});

function silentQuarters({ sessions }: Layout, now: number): string[] {
  const silent: string[] = [];
  for (let at = Math.ceil((now - 12 * HOUR) / QUARTER) * QUARTER; at <= now + 24 * HOUR; at += QUARTER) {
    const on = sessions.some((session) => session.kind !== 'break' && session.startsAt <= at && at < session.endsAt);
    if (!on) silent.push(new Date(at).toISOString());
  }
  return silent;
}

function overlaps(sessions: readonly CastSession[]): string[] {
  return sessions.flatMap((one, index) =>
    sessions.slice(index + 1).flatMap((other) => {
      const changeover = one.at.room === other.at.room ? changeoverOf(one.at.room) * MINUTE : 0;
      const together = one.startsAt < other.endsAt + changeover && other.startsAt < one.endsAt + changeover;
      const sameRoom = one.at.room === other.at.room;
      const people = one.cast.filter(({ person }) => other.cast.some((theirs) => theirs.person === person));
      return together && (sameRoom || people.length > 0) ? [`${nameOf(one)} and ${nameOf(other)}`] : [];
    }),
  );
}
