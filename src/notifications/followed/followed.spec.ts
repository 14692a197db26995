import { aConference, type BuiltConference } from '../../../test/support/a-conference.js';
import { aPerson, type Person } from '../../../test/support/a-person.js';
import { anApp, type RunningApp } from '../../../test/support/an-app.js';
import { countQueries } from '../../../test/support/count-queries.js';
import { jobsAtRest } from '../../../test/support/jobs-at-rest.js';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import type { Notifications } from '../../contract/notifications.js';
import { CONFIGURATION, type Configuration } from '../../platform/configuration.js';
import { SEALING, type Sealing } from '../../platform/sealing/sealing.js';
import type { Post } from '../post.js';
import { renderMail, type RenderedMail, type SealedMail } from '../render-mail.js';
import { tellOfRevisions } from '../tell-of-revisions.js';
import { tellOfSoon } from './tell-of-soon.js';

let database: TestDatabase;
let running: RunningApp;
let conference: BuiltConference;

const MINUTE = 60_000;
/** All starts are counted from here, in minutes. */
const NOW = new Date(Math.floor(Date.now() / MINUTE) * MINUTE);
const at = (minutes: number): string => new Date(NOW.getTime() + minutes * MINUTE).toISOString();

beforeEach(async () => {
  database = await aDatabase();
  running = await anApp(database);
  conference = await aConference('open-skies')
    .withCity('Lyon').withRoom('Ampère').withRoom('Curie').withCity('Oslo', 'Europe/Oslo').withRoom('Loft')
    .withSession('Tides', { room: 'Ampère', startsAt: at(60), speakers: ['Mina'] })
    .withSession('Winds', { room: 'Loft', startsAt: at(120) })
    .withSession('A draft', { room: 'Curie', startsAt: at(60), plans: ['draft'] })
    .build(database.source);
  await jobsAtRest(running);
});
afterEach(async () => {
  await running.close();
  await database.drop();
});

const post = (): Post => ({ sealing: running.app.get<Sealing>(SEALING), configuration: running.app.get<Configuration>(CONFIGURATION) });
const mails = async (): Promise<RenderedMail[]> =>
  (await database.source.query<SealedMail[]>(`SELECT id, email_sealed AS "emailSealed", template, language, params_sealed AS "paramsSealed" FROM mail ORDER BY id`)).map((row) => renderMail(post().sealing, row));
const session = (title: string): string => conference.sessions[title] ?? '';
const follow = async (person: Person, titles: readonly string[], gone: readonly string[] = []) =>
  await running.ask('POST', '/api/me/followed-sessions/open-skies', { add: titles.map(session), remove: gone.map(session) }, person);
const choose = async (person: Person, isOn: boolean): Promise<number> => (await running.ask('PUT', '/api/me/following', { isOn }, person)).status;
const change = async (body: object): Promise<void> => expect((await running.ask('POST', '/api/conferences/open-skies/live-changes', { reason: '', ...body })).status).toBe(201);
const told = async (person: Person): Promise<unknown[]> =>
  (await running.ask<Notifications>('GET', '/api/me/notifications', undefined, person)).body.items.map(({ kind, params }) => [kind, params.session, params.what, params.startsAt, params.zone, params.room]);

async function aFollower(...titles: string[]): Promise<Person> {
  const person = await aPerson(running.app);
  expect(await choose(person, true)).toBe(204);
  expect((await follow(person, titles)).status).toBe(200);
  return person;
}

describe('what an account keeps', () => {
  it('is nothing, unless its person chose so', async () => {
    const person = await aPerson(running.app);
    expect((await running.ask('GET', '/api/me/following', undefined, person)).body).toEqual({ isOn: false, sessions: 0, safetyMode: false });
    expect((await follow(person, ['Tides'])).body['type']).toBe('urn:meridian:problem:conflict');
    await expect(
      database.source.query(`INSERT INTO followed_session (account_id, conference_id, session_id) VALUES ($1, $2, $3)`, [person.accountId, conference.id, session('Tides')]),
    ).rejects.toThrow('followed_session_account_id_fkey1');
  });

  it('is what devices added and did not take out, of the published agenda', async () => {
    const person = await aFollower('Tides', 'A draft');
    expect((await follow(person, ['Winds', 'Winds'])).body).toEqual({ sessionIds: [session('Tides'), session('Winds')].sort() });
    expect((await follow(person, [], ['Tides'])).body).toEqual({ sessionIds: [session('Winds')] });
    expect((await running.ask('GET', '/api/me/following', undefined, person)).body).toEqual({ isOn: true, sessions: 1, safetyMode: false });
    expect((await running.ask('POST', '/api/me/followed-sessions/elsewhere', { add: [], remove: [] }, person)).status).toBe(404);
  });

  it('is deleted when it is turned off', async () => {
    const person = await aFollower('Tides');
    expect(await choose(person, false)).toBe(204);
    expect(await database.source.query(`SELECT 1 FROM followed_session`)).toEqual([]);
  });

  it('says where people are at risk', async () => {
    await database.source.query(`UPDATE conference SET safety_mode = true`);
    expect((await running.ask('GET', '/api/me/following', undefined, await aPerson(running.app))).body['safetyMode']).toBe(true);
  });

  it('is in the export, and nowhere after an erasure', async () => {
    const person = await aFollower('Tides');
    const { body } = await running.ask('GET', '/api/me/export', undefined, person);
    expect(body['tables']?.['followed_session']?.['rows']?.[0]).toMatchObject({ session_id: session('Tides'), conference_id: conference.id });
    expect((await running.ask('POST', '/api/me/erasure', {}, person)).status).toBe(204);
    expect(await database.source.query(`SELECT (SELECT count(*)::int FROM following) AS following, (SELECT count(*)::int FROM followed_session) AS followed`)).toEqual([{ following: 0, followed: 0 }]);
  });

  it('is forgotten by a purge, with what it was told of, whoever it was', async () => {
    const organizer = await aPerson(running.app, [{ role: 'organizer', conferenceId: conference.id }]);
    await choose(organizer, true);
    await follow(organizer, ['Tides']);
    await change({ change: 'delay', sessionId: session('Tides'), minutes: 20 });
    await tellOfRevisions(database.source, post());
    expect((await told(organizer)).length).toBe(1);
    expect((await running.ask('POST', '/api/conferences/open-skies/purge', { confirm: 'open-skies' }, organizer)).status).toBe(200);
    expect(await told(organizer)).toEqual([]);
    expect(await database.source.query(`SELECT 1 FROM followed_session UNION ALL SELECT 1 FROM mail`)).toEqual([]);
  });
});

describe('a session that changes', () => {
  it('is told to who follows it, once, by mail and in the application, with where and when it is now', async () => {
    const [follower, outsider] = [await aFollower('Tides'), await aFollower('Winds')];
    await change({ change: 'move', sessionId: session('Tides'), roomId: conference.rooms['Loft'] });
    await change({ change: 'delay', sessionId: session('Tides'), minutes: 20 });
    await Promise.all([tellOfRevisions(database.source, post()), tellOfRevisions(database.source, post())]);
    expect(await told(follower)).toEqual([['followed-session-moved', 'Tides', 'moved', at(80), 'Europe/Oslo', 'Loft']]);
    expect(await told(outsider)).toEqual([]);
    const [mail, ...more] = await mails();
    expect([mail?.to, mail?.subject, more]).toEqual([follower.email, 'A session you follow has moved: Tides', []]);
    expect(mail?.text).toContain(`/open-skies/sessions/${session('Tides')}`);
    expect(mail?.text).toContain('/account/notifications');
  });

  it.each([
    ['cancelled', { change: 'cancel' }],
    ['withdrawn', null],
  ])('is told when it is %s', async (what, body) => {
    const follower = await aFollower('Tides');
    if (body === null) {
      await running.ask('DELETE', `/api/conferences/open-skies/sessions/${session('Tides')}/slot`);
      expect((await running.ask('POST', '/api/conferences/open-skies/releases', {})).status).toBe(201);
    } else await change({ ...body, sessionId: session('Tides') });
    await tellOfRevisions(database.source, post());
    expect(await told(follower)).toEqual([['followed-session-moved', 'Tides', what, undefined, undefined, undefined]]);
  });

  it('is not told where only its end moved, nor twice to who speaks in it', async () => {
    const [follower, speaker] = [await aFollower('Tides'), await aFollower('Tides')];
    await database.source.query(`UPDATE speaker SET account_id = $2 WHERE id = $1`, [conference.speakers['Mina'], speaker.accountId]);
    await change({ change: 'extend', sessionId: session('Tides'), minutes: 5 });
    await tellOfRevisions(database.source, post());
    expect([(await told(follower)).length, (await told(speaker)).length]).toEqual([0, 1]);
    await change({ change: 'delay', sessionId: session('Tides'), minutes: 5 });
    await tellOfRevisions(database.source, post());
    expect((await told(follower)).length).toBe(1);
    expect((await told(speaker)).map((one) => (one as unknown[])[0])).toEqual(['slot-changed', 'slot-changed']);
  });

  it('costs the same number of statements for many followers as for one', async () => {
    await aFollower('Tides');
    const before = await statementsOf(20);
    expect(before).toBeGreaterThan(0);
    for (let index = 0; index < 4; index += 1) await aFollower('Tides');
    expect(await statementsOf(5)).toBe(before);
    expect(await database.source.query(`SELECT count(*)::int AS told FROM notification`)).toEqual([{ told: 6 }]);
  });
});

/** Statements that telling of one delay takes. */
async function statementsOf(minutes: number): Promise<number> {
  await change({ change: 'delay', sessionId: session('Tides'), minutes });
  return await countQueries(database, running, async () => await tellOfRevisions(database.source, post()));
}

describe('a session that is about to start', () => {
  const soon = async (minutes: number): Promise<number> => await tellOfSoon(database.source, post(), new Date(at(minutes)));

  it('is told ten minutes before, once, whoever looks and however often', async () => {
    const [follower, outsider] = [await aFollower('Tides'), await aFollower('Winds')];
    expect(await soon(49)).toBe(0);
    expect((await Promise.all([soon(50), soon(50), soon(50)])).sort()).toEqual([0, 0, 1]);
    expect(await soon(55)).toBe(0);
    expect(await told(follower)).toEqual([['followed-session-soon', 'Tides', undefined, at(60), 'Europe/Paris', 'Ampère']]);
    expect(await told(outsider)).toEqual([]);
    // by mail only where it is wished for
    expect(await mails()).toEqual([]);
  });

  it('is told again for a start that is much later, not for one that is a little, and not when it was cancelled', async () => {
    const follower = await aFollower('Tides', 'Winds');
    await soon(55);
    await change({ change: 'delay', sessionId: session('Tides'), minutes: 5 });
    expect(await soon(58)).toBe(0);
    await change({ change: 'delay', sessionId: session('Tides'), minutes: 10 });
    expect(await soon(66)).toBe(1);
    await change({ change: 'cancel', sessionId: session('Winds') });
    expect(await soon(115)).toBe(0);
    expect((await told(follower)).length).toBe(2);
  });

  it('is not told of after it began, nor in a conference that is not published', async () => {
    await aFollower('Tides');
    expect(await soon(60)).toBe(0);
    await database.source.query(`UPDATE conference SET status = 'draft'`);
    expect(await soon(55)).toBe(0);
  });
});
