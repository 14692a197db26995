import { aConference, type BuiltConference } from '../../test/support/a-conference.js';
import { aFollower } from '../../test/support/a-follower.js';
import { aSocket, nextMessage, type LiveSocket } from '../../test/support/a-live-client.js';
import { anApp, TOKEN, type RunningApp } from '../../test/support/an-app.js';
import { aDatabase, type TestDatabase } from '../../test/support/test-database.js';
import type { Agenda } from '../contract/agenda.js';
import { broadcasts, commands } from '../contract/socket.js';
import type { ChangesSince } from '../contract/agenda-requests.js';
import { EVERYTHING, readPublished } from './published.queries.js';
import { releaseAgenda } from './release-agenda.js';

let database: TestDatabase;
let house: RunningApp;
let conference: BuiltConference;
const open: { close: () => void }[] = [];

beforeAll(async () => {
  database = await aDatabase();
  house = await anApp(database);
});
beforeEach(async () => {
  conference = await aConference()
    .withCity('Lyon').withRoom('Hall')
    .withSession('Tides', { room: 'Hall', startsAt: '2026-11-24T09:00:00Z' })
    .withSession('Reefs', { room: 'Hall', startsAt: '2026-11-24T15:00:00Z' })
    .build(database.source);
  await delay('Tides');
});
afterEach(() => open.splice(0).forEach((one) => one.close()));
afterAll(async () => {
  await house.close();
  await database.drop();
});

const slug = (): string => conference.slug;
const delay = async (title: string, minutes = 1, at = house): Promise<void> => {
  const answer = await at.ask('POST', `/api/conferences/${slug()}/live-changes`, { change: 'delay', sessionId: conference.sessions[title], minutes });
  expect(answer.status).toBe(201);
};
/** An edit of about 50 kB. */
const describeAtLength = async (letter: string): Promise<void> => {
  const answer = await house.ask('PATCH', `/api/conferences/${slug()}/sessions/${conference.sessions['Tides']}`, { description: letter.repeat(50_000) });
  expect(answer.status).toBe(200);
};
const connected = async (bearer?: string, at = house): Promise<LiveSocket> => {
  const socket = await aSocket(at.url, bearer === undefined ? {} : { bearer });
  open.push(socket);
  return socket;
};
const follower = async (at = house): Promise<Awaited<ReturnType<typeof aFollower>>> => {
  const one = await aFollower(at.url, slug());
  open.push(one);
  return one;
};
const published = async (): Promise<Omit<Agenda, 'revision'>> => (await readPublished(database.source.manager, conference.id, EVERYTHING)).agenda;
const follow = (socket: LiveSocket, since: number, which = slug()): Promise<unknown> => socket.emitWithAck('agenda:follow', { conference: which, since });

describe('following', () => {
  test.each([
    ['nothing held', 0, { revision: 3, snapshot: true }],
    ['two behind', 1, { revision: 3, revisions: [{ revision: 2 }, { revision: 3 }] }],
    ['up to date', 3, { revision: 3, revisions: [] }],
    ['ahead of the database, as after a restored backup', 9, { revision: 3, snapshot: true }],
  ])('with %s', async (_name, since, expected) => {
    await delay('Tides');
    await delay('Reefs');
    const reply = (await follow(await connected(), since)) as { value: unknown };
    expect(reply).toMatchObject({ ok: true, value: expected });
    expect(commands['agenda:follow'].output.safeParse(reply.value).success).toBe(true);
  });

  test('a change made over HTTP arrives, whole and as the contract says', async () => {
    const socket = await connected();
    await follow(socket, 1);
    const changed = nextMessage(socket, 'agenda:changed');
    await delay('Tides', 7);
    const message = await changed;
    expect(message).toMatchObject({ conference: slug(), from: 1, to: 2, revisions: [{ kind: 'live', changes: [{ change: 'session.delayed', minutes: 7 }] }] });
    expect(broadcasts['agenda:changed'].parse(message)).toEqual(message);
  });

  test('what is committed together arrives in one message, every revision once and in order', async () => {
    const one = await follower();
    await database.source.transaction(async (tx) => {
      for (let n = 0; n < 20; n += 1) {
        const release = { conferenceId: conference.id, note: `${n}`, actor: 'spec' };
        await releaseAgenda(tx, release, async () => await tx.query(`UPDATE session SET title = title || '!' WHERE conference_id = $1`, [conference.id]));
      }
    });
    await one.reaches(21);
    expect(one.applied()).toEqual(Array.from({ length: 20 }, (_value, index) => index + 2));
    expect(one.messages()).toBe(1);
    expect(one.agenda()).toEqual({ revision: 21, ...(await published()) });
  });

  test('changes of several people at once arrive, every revision once and in order', async () => {
    const one = await follower();
    await Promise.all(Array.from({ length: 20 }, async (_value, index) => await delay(index % 2 === 0 ? 'Tides' : 'Reefs')));
    await one.reaches(21);
    expect(one.applied()).toEqual(Array.from({ length: 20 }, (_value, index) => index + 2));
    expect(one.agenda()).toEqual({ revision: 21, ...(await published()) });
  });

  test('who was away for 50 revisions catches up exactly', async () => {
    const one = await follower();
    one.leave();
    for (let n = 0; n < 50; n += 1) await delay('Tides');
    await one.comeBack();
    await one.reaches(51);
    expect(one.applied()).toEqual(Array.from({ length: 50 }, (_value, index) => index + 2));
    expect(one.snapshots()).toBe(1);
    expect(one.agenda()).toEqual({ revision: 51, ...(await published()) });
  });

  test('what is too large for a message is read over HTTP instead', async () => {
    const socket = await connected();
    await follow(socket, 1);
    const stale = nextMessage(socket, 'agenda:stale');
    await database.source.transaction(async (tx) => {
      const release = { conferenceId: conference.id, note: '', actor: 'spec' };
      await releaseAgenda(tx, release, async () => await tx.query(`UPDATE session SET description = repeat('x', 200000) WHERE conference_id = $1`, [conference.id]));
    });
    expect(await stale).toEqual({ conference: slug(), revision: 2 });
    expect(await follow(socket, 1)).toEqual({ ok: true, value: { revision: 2, snapshot: true } });
  });
});

describe('who must not receive it', () => {
  test('one who follows nothing, another conference, or no longer', async () => {
    const other = await aConference().withCity('Oslo').build(database.source);
    const [insider, idle, elsewhere, former] = await Promise.all([connected(), connected(), connected(), connected()]);
    await Promise.all([follow(insider, 1), follow(elsewhere, 0, other.slug), follow(former, 1)]);
    await former.emitWithAck('agenda:unfollow', { conference: slug() });
    const heard: string[] = [];
    Object.entries({ idle, elsewhere, former }).forEach(([name, socket]) => socket.on('agenda:changed', () => heard.push(name)));
    const arrived = nextMessage(insider, 'agenda:changed');
    await delay('Tides');
    await arrived;
    // an answer comes after all that was written to the same socket before
    await Promise.all([idle, elsewhere, former].map(async (socket) => await socket.emitWithAck('agenda:unfollow', { conference: 'x' })));
    expect(heard).toEqual([]);
  });

  test('a draft is there for the administrator only, over HTTP and socket', async () => {
    const draft = await aConference().withCity('Oslo').notYetPublished().build(database.source);
    const [someone, administrator] = await Promise.all([connected(), connected(TOKEN)]);
    expect(await follow(someone, 0, draft.slug)).toMatchObject({ ok: false, problem: { status: 404 } });
    expect(await follow(administrator, 0, draft.slug)).toMatchObject({ ok: true });
    for (const path of ['agenda', 'agenda/texts', 'agenda/changes?since=0']) {
      expect((await house.ask('GET', `/api/conferences/${draft.slug}/${path}`, undefined, 'nobody')).status).toBe(404);
      const seen = await house.ask('GET', `/api/conferences/${draft.slug}/${path}`);
      expect([seen.status, seen.headers.get('cache-control')]).toEqual([200, path.includes('changes') ? 'no-cache' : 'private, no-cache']);
    }
  });

  test('the public, once a conference is a draft again: they learn that what they hold is void', async () => {
    const [someone, administrator] = await Promise.all([connected(), connected(TOKEN)]);
    await Promise.all([follow(someone, 1), follow(administrator, 1)]);
    const heard: unknown[] = [];
    someone.on('agenda:changed', (message) => heard.push(message));
    const [stale, changed] = [nextMessage(someone, 'agenda:stale'), nextMessage(administrator, 'agenda:changed')];
    expect((await house.ask('PATCH', `/api/conferences/${slug()}`, { status: 'draft' })).status).toBe(200);
    await Promise.all([stale, changed]);
    const again = nextMessage(administrator, 'agenda:changed');
    await delay('Tides');
    await again;
    expect(await follow(someone, 1)).toMatchObject({ ok: false, problem: { status: 404 } });
    expect(heard).toEqual([]);
  });
});

describe('over HTTP', () => {
  const get = async (path: string, headers: Record<string, string> = {}): Promise<Response> => await fetch(`${house.url}/api/conferences/${slug()}/agenda${path}`, { headers });

  test('the agenda is what the database publishes, with its revision', async () => {
    const agenda = (await (await get('')).json()) as Agenda;
    expect(agenda).toEqual({ revision: 1, ...(await published()) });
    const texts = await (await get('/texts')).json();
    expect(texts).toEqual({ revision: 1, ...(await readPublished(database.source.manager, conference.id, EVERYTHING)).texts });
  });

  test.each([['br'], ['gzip'], ['identity']])('as %s, told apart for caches', async (encoding) => {
    const response = await get('', { 'accept-encoding': encoding });
    expect(response.headers.get('content-encoding')).toBe(encoding === 'identity' ? null : encoding);
    expect(response.headers.get('vary')).toBe('accept-encoding');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(await response.json()).toMatchObject({ revision: 1 });
  });

  test('asked again with its tag it costs no body, until it changes', async () => {
    const tag = (await get('')).headers.get('etag') ?? '';
    const again = await get('', { 'if-none-match': tag });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag]);
    const follows = await follower();
    await delay('Tides');
    await follows.reaches(2);
    expect((await get('', { 'if-none-match': tag })).status).toBe(200);
  });

  test('changes since a revision, or 410 where the whole costs less', async () => {
    const one = await follower();
    await delay('Tides');
    await delay('Reefs');
    await one.reaches(3);
    expect(await (await get('/changes?since=1')).json()).toMatchObject({ revision: 3, revisions: [{ revision: 2 }, { revision: 3 }] } satisfies Partial<ChangesSince> | object);
    expect((await get('/changes?since=0')).status).toBe(410);
    expect((await get('/changes?since=4')).status).toBe(410);
    expect((await get('/changes?since=x')).status).toBe(400);
    // changes that outweigh this small agenda
    await describeAtLength('a');
    await describeAtLength('b');
    await one.reaches(5);
    expect(await (await get('/changes?since=1')).json()).toMatchObject({ type: 'urn:meridian:problem:changes-folded', status: 410 });
    expect((await get('/changes?since=4')).status).toBe(200);
  });

  test('a conference that is not there, and one that was removed', async () => {
    expect((await fetch(`${house.url}/api/conferences/nowhere/agenda`)).status).toBe(404);
    const socket = await connected();
    await follow(socket, 1);
    const gone = nextMessage(socket, 'agenda:gone');
    expect((await house.ask('DELETE', `/api/conferences/${slug()}?confirm=${slug()}`)).status).toBeLessThan(300);
    expect(await gone).toEqual({ conference: slug() });
    expect((await get('')).status).toBe(404);
  });
});

describe('between processes and through faults', () => {
  test('two processes on one database relay each other’s changes', async () => {
    const second = await anApp(database);
    open.push({ close: () => undefined });
    const [here, there] = await Promise.all([follower(), follower(second)]);
    await delay('Tides', 1, house);
    await delay('Tides', 1, second);
    await Promise.all([here.reaches(3), there.reaches(3)]);
    expect(here.agenda()).toEqual(there.agenda());
    expect([here.applied(), there.applied()]).toEqual([[2, 3], [2, 3]]);
    [here, there].forEach((one) => one.close());
    await second.close();
  });

  test.each([['not JSON'], ['{}'], ['{"conference":"x","revision":"y"}']])('a notification that says %s is passed over', async (payload) => {
    const one = await follower();
    for (const channel of ['agenda_revision', 'presence']) await database.source.query(`SELECT pg_notify($1, $2)`, [channel, payload]);
    await delay('Tides');
    await one.reaches(2);
    expect(one.applied()).toEqual([2]);
  });

  test('a cut of the listening connection loses nothing', async () => {
    const one = await follower();
    await database.source.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'meridian listener' AND datname = current_database()`);
    await delay('Tides');
    await delay('Reefs');
    await one.reaches(3);
    expect(one.applied()).toEqual([2, 3]);
    expect(one.agenda()).toEqual({ revision: 3, ...(await published()) });
  });

  test('a database that was put back to an earlier state: everyone reads anew', async () => {
    const one = await follower();
    await delay('Tides');
    await one.reaches(2);
    const stale = nextMessage(one.socket(), 'agenda:stale');
    await database.source.query(`DELETE FROM revision WHERE conference_id = $1 AND revision = 2`, [conference.id]);
    await database.source.query(`UPDATE conference SET revision = 1 WHERE id = $1`, [conference.id]);
    expect(await stale).toMatchObject({ revision: 1 });
    await one.reaches(1);
    expect(one.snapshots()).toBe(2);
    await delay('Reefs');
    await one.reaches(2);
    expect(one.agenda()).toEqual({ revision: 2, ...(await published()) });
  });
});
