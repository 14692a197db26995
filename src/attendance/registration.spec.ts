import type { EntityManager } from 'typeorm';
import fc from 'fast-check';
import { aConference, type BuiltConference } from '../../test/support/a-conference.js';
import { aPerson, type Person } from '../../test/support/a-person.js';
import { anApp, type RunningApp } from '../../test/support/an-app.js';
import { aDatabase, type TestDatabase } from '../../test/support/test-database.js';
import type { VenueId } from '../contract/ids.js';
import { SEALING, type Sealing } from '../platform/sealing/sealing.js';
import { Register } from './register.js';

let database: TestDatabase;
let running: RunningApp;
let people: Person[];

beforeAll(async () => {
  database = await aDatabase();
  running = await anApp(database);
  people = await Promise.all(Array.from({ length: 12 }, async () => await aPerson(running.app, [], { strong: false })));
});

afterAll(async () => {
  await running.close();
  await database.drop();
});

interface OpenConference extends BuiltConference {
  path: string;
  /** By city. */
  venues: Record<string, string>;
}

async function anOpenConference(limit: number | null): Promise<OpenConference> {
  const built = await aConference().withCity('Lyon').withCity('Perth', 'Australia/Perth').build(database.source);
  await database.source.query(`UPDATE conference SET registration = 'open' WHERE id = $1`, [built.id]);
  await database.source.query(`UPDATE venue SET attendee_limit = $2 WHERE conference_id = $1`, [built.id, limit]);
  const rows: { id: string; city: string }[] = await database.source.query(
    `SELECT v.id, c.name AS city FROM venue v JOIN city c ON c.id = v.city_id WHERE v.conference_id = $1`,
    [built.id],
  );
  return { ...built, path: `/api/conferences/${built.slug}`, venues: Object.fromEntries(rows.map(({ id, city }) => [city, id])) };
}

const register = async (at: OpenConference, person: Person, city: string | null, more: object = {}) =>
  await running.ask('PUT', `${at.path}/registration`, { venueId: city === null ? null : at.venues[city], ...more }, person);
const cancel = async (at: OpenConference, person: Person) => await running.ask('DELETE', `${at.path}/registration`, undefined, person);
const stateOf = async (at: OpenConference, person: Person): Promise<unknown> =>
  (await running.ask('GET', `${at.path}/registration`, undefined, person)).body['registration']?.['state'];
const person = (index: number): Person => people[index % people.length] as Person;

/** State of the table: confirmed and waiting by venue, and tickets in force of those who should not have one, or none of those who should. */
async function tally(tx: EntityManager, at: OpenConference) {
  const rows: { venue: string; confirmed: number; waiting: number; limit: number }[] = await tx.query(
    `SELECT v.id AS venue, v.attendee_limit AS "limit", count(*) FILTER (WHERE r.state = 'confirmed')::int AS confirmed,
            count(*) FILTER (WHERE r.state = 'waitlisted')::int AS waiting
     FROM venue v LEFT JOIN registration r ON r.venue_id = v.id WHERE v.conference_id = $1 GROUP BY v.id`,
    [at.id],
  );
  const wrongTickets: unknown[] = await tx.query(
    `SELECT r.id FROM registration r LEFT JOIN ticket t ON t.registration_id = r.id AND t.revoked_at IS NULL
     WHERE r.conference_id = $1 AND (r.state = 'confirmed') <> (t.id IS NOT NULL)`,
    [at.id],
  );
  return { rows, wrongTickets };
}

describe('places', () => {
  it('are never given to more people than there are, whatever people do at once, and none is kept from who waits', async () => {
    const useCase = running.app.get(Register);
    const move = fc.record({ who: fc.nat(11), what: fc.constantFrom('Lyon', 'Lyon', 'Perth', null, 'cancel' as const) });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 4 }), fc.array(fc.uniqueArray(move, { selector: ({ who }) => who, minLength: 8, maxLength: 12 }), { minLength: 1, maxLength: 4 }), async (limit, rounds) => {
        const at = await anOpenConference(limit);
        for (const round of rounds) {
          await Promise.all(
            round.map(async ({ who, what }) => {
              // the use case itself: the route would say that this one network asks too often
              const { accountId } = person(who);
              if (what === 'cancel') await useCase.cancel(at.slug, accountId);
              else await useCase.run(at.slug, accountId, { venueId: what === null ? null : (at.venues[what] as VenueId) });
            }),
          );
          const { rows, wrongTickets } = await tally(database.source.manager, at);
          for (const { confirmed, waiting } of rows) {
            expect(confirmed).toBeLessThanOrEqual(limit);
            if (waiting > 0) expect(confirmed).toBe(limit);
          }
          expect(wrongTickets).toEqual([]);
        }
      }),
      { numRuns: 12 },
    );
  });

  it.each([1, 5, 11])('%i, for twelve who come in the same moment, go to so many; when these leave at once, to as many of the others as there are', async (limit) => {
    const useCase = running.app.get(Register);
    const at = await anOpenConference(limit);
    const venueId = at.venues['Lyon'] as VenueId;
    await Promise.all(people.map(async ({ accountId }) => await useCase.run(at.slug, accountId, { venueId })));
    const first = await Promise.all(people.map(async (one) => ({ one, state: await stateOf(at, one) })));
    const confirmed = first.filter(({ state }) => state === 'confirmed');
    expect(confirmed).toHaveLength(limit);
    await Promise.all(confirmed.map(async ({ one }) => await useCase.cancel(at.slug, one.accountId)));
    const { rows, wrongTickets } = await tally(database.source.manager, at);
    const rest = people.length - limit;
    expect(rows.find(({ venue }) => venue === venueId)).toMatchObject({ confirmed: Math.min(limit, rest), waiting: rest - Math.min(limit, rest) });
    expect(wrongTickets).toEqual([]);
  });

  it('go to who has waited longest, with a ticket and a mail, in the moment in which another cancels', async () => {
    const at = await anOpenConference(1);
    for (const index of [0, 1, 2]) await register(at, person(index), 'Lyon');
    expect(await Promise.all([0, 1, 2].map(async (index) => await stateOf(at, person(index))))).toEqual(['confirmed', 'waitlisted', 'waitlisted']);
    expect((await running.ask('GET', `${at.path}/registration`, undefined, person(2))).body).toMatchObject({ registration: { waitlistPlace: 2 } });
    await cancel(at, person(0));
    expect(await Promise.all([0, 1, 2].map(async (index) => await stateOf(at, person(index))))).toEqual(['cancelled', 'confirmed', 'waitlisted']);
    expect((await running.ask('GET', `${at.path}/ticket`, undefined, person(1))).status).toBe(200);
    const mails: { id: string; email_sealed: Buffer }[] = await database.source.query(`SELECT id, email_sealed FROM mail WHERE template = 'moved-up' ORDER BY created_at DESC LIMIT 1`);
    const [mail] = mails;
    expect(mail && running.app.get<Sealing>(SEALING).open(mail.email_sealed, `mail.email:${mail.id}`)).toBe(person(1).email);
    // who cancelled and comes back is last
    await register(at, person(0), 'Lyon');
    await cancel(at, person(1));
    expect(await Promise.all([0, 2].map(async (index) => await stateOf(at, person(index))))).toEqual(['waitlisted', 'confirmed']);
  });

  it('go to those who wait as soon as the limit rises', async () => {
    const at = await anOpenConference(1);
    for (const index of [0, 1, 2, 3]) await register(at, person(index), 'Lyon');
    expect((await running.ask('PATCH', `${at.path}/venues/${at.venues['Lyon']}`, { attendeeLimit: 3 })).status).toBe(200);
    expect(await Promise.all([0, 1, 2, 3].map(async (index) => await stateOf(at, person(index))))).toEqual(['confirmed', 'confirmed', 'confirmed', 'waitlisted']);
  });

  it('left behind by who goes elsewhere are the next one’s', async () => {
    const at = await anOpenConference(1);
    await register(at, person(0), 'Lyon');
    await register(at, person(1), 'Lyon');
    await register(at, person(0), null);
    expect(await stateOf(at, person(1))).toBe('confirmed');
  });

  it('are given while registration is open only; what one has can be cancelled after', async () => {
    const at = await anOpenConference(5);
    await register(at, person(0), 'Lyon');
    await database.source.query(`UPDATE conference SET registration = 'closed' WHERE id = $1`, [at.id]);
    expect(await register(at, person(1), 'Lyon')).toMatchObject({ status: 409, body: { type: 'urn:meridian:problem:conflict' } });
    expect((await cancel(at, person(0))).status).toBe(200);
  });

  it('of another conference’s venue are not to be had', async () => {
    const [at, other] = [await anOpenConference(5), await anOpenConference(5)];
    const answer = await running.ask('PUT', `${at.path}/registration`, { venueId: other.venues['Lyon'] }, person(0));
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ path: '/venueId' }] } });
  });
});

describe('what others see', () => {
  it('is words instead of figures, and no count of few people', async () => {
    const at = await anOpenConference(4);
    for (const index of [0, 1, 2, 3]) await register(at, person(index), 'Lyon');
    const offer = await running.ask('GET', `${at.path}/registration-offer`, undefined, 'nobody');
    expect(offer.body).toMatchObject({ registered: null });
    expect(offer.body['venues']).toEqual([{ venueId: at.venues['Lyon'], placesLeft: 'waitlist' }, { venueId: at.venues['Perth'], placesLeft: 'few' }]);
    for (const index of [4, 5, 6]) await register(at, person(index), null);
    expect((await running.ask('GET', `${at.path}/registration-offer`, undefined, 'nobody')).body).toMatchObject({ registered: 5 });
  });

  it('is no list: neither the door’s nor the organizers’', async () => {
    const at = await anOpenConference(4);
    await register(at, person(0), 'Lyon');
    for (const path of ['attendance', 'attendance.csv', `venues/${at.venues['Lyon']}/door-list`]) {
      expect((await running.ask('GET', `${at.path}/${path}`, undefined, person(0))).status).toBe(403);
    }
  });

  it('is harmless in a spreadsheet, and a host’s city only', async () => {
    const at = await anOpenConference(9);
    await database.source.query(`UPDATE account SET handle = $2 WHERE id = $1`, [person(0).accountId, '=HYPERLINK("http://evil.example")']);
    await register(at, person(0), 'Lyon', { legalName: 'Legal Name Of Nobody' });
    await register(at, person(1), 'Perth');
    const { body } = await running.ask<string>('GET', `${at.path}/attendance.csv`);
    expect(body).toContain(`"'=HYPERLINK(""http://evil.example"")",Venue of Lyon,confirmed`);
    expect(body).not.toContain('Legal Name');
    const host = await aPerson(running.app, [{ role: 'city-host', conferenceId: at.id, cityId: at.cities['Perth'] }]);
    const theirs = await running.ask<string>('GET', `${at.path}/attendance.csv`, undefined, host);
    expect(theirs.body).toContain('Venue of Perth');
    expect(theirs.body).not.toContain('Venue of Lyon');
    expect((await running.ask('GET', `${at.path}/attendance`, undefined, host)).body['venues']).toMatchObject([{ venueId: at.venues['Perth'], confirmed: 1 }]);
  });
});
