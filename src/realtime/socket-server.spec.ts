import type { Socket as ClientSocket } from 'socket.io-client';
import { aConference } from '../../test/support/a-conference.js';
import { aSocket, nextMessage, socketToken, type LiveSocket } from '../../test/support/a-live-client.js';
import { anApp, TOKEN, type RunningApp } from '../../test/support/an-app.js';
import { aPerson } from '../../test/support/a-person.js';
import { aDatabase, type TestDatabase } from '../../test/support/test-database.js';
import { commands, PROTOCOL_VERSION, type SocketToken } from '../contract/socket.js';
import type { Revision } from '../contract/changes.js';
import type { ConferenceId } from '../contract/ids.js';
import { openDataSource } from '../platform/database/data-source.js';
import { SCHEMA } from '../schema.js';
import type { Problem, Reply } from '../contract/problem.js';
import { Broadcaster } from './broadcaster.js';
import { CommandRegistry } from './command-registry.js';
import { DEFAULT_LIMITS, REALTIME_LIMITS, type RealtimeLimits } from './limits.js';
import { conferenceRoom } from './rooms.js';
import { SocketTokens } from './socket-tokens.js';

let database: TestDatabase;
let house: RunningApp;
const open: LiveSocket[] = [];

beforeAll(async () => {
  database = await aDatabase();
  house = await anApp(database);
});
afterEach(() => open.splice(0).forEach((socket) => socket.close()));
afterAll(async () => {
  await house.close();
  await database.drop();
});

const connected = async (wanted: Parameters<typeof aSocket>[1] = {}, url = house.url): Promise<LiveSocket> => {
  const socket = await aSocket(url, wanted);
  open.push(socket);
  return socket;
};
/** Emits what the contract does not allow. */
const send = async (socket: LiveSocket, ...event: [string, ...unknown[]]): Promise<Reply<unknown>> =>
  (await (socket as ClientSocket).emitWithAck(...event)) as Reply<unknown>;

describe('the handshake', () => {
  const refusal = async (wanted: Parameters<typeof aSocket>[1]): Promise<Error & { data?: Problem; description?: unknown }> =>
    await connected(wanted).then(
      () => new Error('it was let in'),
      (error: unknown) => error as Error,
    );

  test.each([['websocket'], ['polling']] as const)('lets a token in over %s', async (transport) => {
    const socket = await connected({ transports: [transport] });
    expect(socket.connected).toBe(true);
    const gone = new Promise((resolve) => socket.once('disconnect', resolve));
    socket.close();
    await gone;
  });

  test.each([
    ['nothing', {}],
    ['a forged token', { token: 'eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl', protocol: PROTOCOL_VERSION }],
    ['something else', { token: { $ne: 1 }, protocol: PROTOCOL_VERSION }],
  ])('refuses %s', async (_name, auth) => {
    expect((await refusal({ auth })).data).toMatchObject({ type: 'urn:meridian:problem:token-required', status: 401 });
  });

  test('refuses an expired token', async () => {
    const { token } = await house.app.get(SocketTokens, { strict: false }).make({ kind: 'operator' }, new Date(Date.now() - 3_600_000));
    expect((await refusal({ auth: { token, protocol: PROTOCOL_VERSION } })).data).toMatchObject({ status: 401 });
  });

  test('tells a page that is too old', async () => {
    const { token } = await socketToken(house.url);
    expect((await refusal({ auth: { token, protocol: PROTOCOL_VERSION + 1 } })).data).toMatchObject({ type: 'urn:meridian:problem:protocol-outdated' });
  });

  test('refuses a page of another origin before anything else', async () => {
    const { host } = new URL(house.url);
    expect((await connected({ headers: { origin: house.url, host } })).connected).toBe(true);
    expect((await refusal({ headers: { origin: 'https://elsewhere.example' } })).message).toBe('websocket error');
  });

  test('lets one person hold so many sockets, and one more when another is closed', async () => {
    const mina = await aPerson(house.app);
    const mine = async (): Promise<LiveSocket> => {
      const { body } = await house.ask<SocketToken>('POST', '/api/socket-token', undefined, mina);
      return await connected({ auth: { token: body.token, protocol: PROTOCOL_VERSION } });
    };
    const [first] = await Promise.all(Array.from({ length: DEFAULT_LIMITS.socketsOfPerson }, mine));
    await expect(mine()).rejects.toMatchObject({ data: { type: 'urn:meridian:problem:too-many-requests', retryAfter: 30 } });
    expect((await connected()).connected).toBe(true);

    first?.close();
    let again: LiveSocket | null = null;
    while (again === null) again = await mine().catch(() => null);
    expect(again.connected).toBe(true);
  });

  test('asks no database: while there is none, people come in and read what is held', async () => {
    const conference = await aConference().withCity('Lyon').build(database.source);
    const source = await openDataSource(database.url, SCHEMA);
    const second = await anApp({ ...database, source });
    await (await connected({}, second.url)).emitWithAck('agenda:follow', { conference: conference.slug, since: 0 });
    await source.destroy();
    const late = await connected({}, second.url);
    expect(await late.emitWithAck('agenda:follow', { conference: conference.slug, since: 0 })).toMatchObject({ ok: true, value: { revision: 0 } });
    expect((await fetch(`${second.url}/api/conferences/${conference.slug}/agenda`)).status).toBe(200);
    await second.close();
  });
});

describe('commands', () => {
  test('every one of the contract says what it does', () => {
    const actions = house.app.get(CommandRegistry, { strict: false }).actions();
    expect(Object.keys(actions).sort()).toEqual(Object.keys(commands).sort());
    expect(new Set(Object.values(actions))).toEqual(new Set(['read-public', 'read-drafts', 'read-streams']));
  });

  test('one that nobody answers, or that does not say what it does, stops the start', () => {
    const registry = new CommandRegistry();
    expect(() => registry.onApplicationBootstrap()).toThrow('nobody answers the command agenda:follow');
    registry.register('agenda:follow', { run: () => ({ revision: 0, revisions: [] }) } as never);
    registry.register('agenda:unfollow', { action: 'read-public', run: () => ({}) });
    expect(() => registry.onApplicationBootstrap()).toThrow('agenda:follow does not say who may use it');
    expect(() => registry.register('agenda:unfollow', { action: 'read-public', run: () => ({}) })).toThrow('two handlers');
  });

  test.each<[string, [string, ...unknown[]], string, string | null]>([
    ['no input', ['agenda:follow'], 'invalid-input', null],
    ['null', ['agenda:follow', null], 'invalid-input', null],
    ['a missing field', ['agenda:follow', { conference: 'tides' }], 'invalid-input', '/since'],
    ['a field of another type', ['agenda:follow', { conference: 'tides', since: '1' }], 'invalid-input', '/since'],
    ['a field that nobody knows', ['agenda:follow', { conference: 'tides', since: 1, admin: true }], 'invalid-input', null],
    ['a city that is no id', ['agenda:follow', { conference: 'tides', since: 1, cityId: 'x' }], 'invalid-input', '/cityId'],
    ['two inputs', ['agenda:unfollow', { conference: 'tides' }, { conference: 'tides' }], 'invalid-input', null],
    ['binary', ['agenda:unfollow', Buffer.from('x')], 'invalid-input', null],
    ['an unknown command', ['agenda:rewrite', {}], 'not-found', null],
    ['a name of the runtime', ['__proto__', {}], 'not-found', null],
    ['an event that emitters treat as their own', ['error', {}], 'not-found', null],
    ['an unknown conference', ['agenda:follow', { conference: 'nowhere', since: 0 }], 'not-found', null],
  ])('answer %s with a problem', async (_name, event, code, path) => {
    const reply = await send(await connected(), ...event);
    expect(reply).toMatchObject({ ok: false, problem: { type: `urn:meridian:problem:${code}`, ...(path === null ? {} : { errors: [{ path }] }) } });
  });

  test('one that asks for no answer is tolerated', async () => {
    const socket = await connected();
    (socket as ClientSocket).emit('agenda:follow');
    (socket as ClientSocket).emit('nonsense', { a: 1 });
    (socket as ClientSocket).emit('agenda:unfollow', 'x');
    expect(await socket.emitWithAck('agenda:unfollow', { conference: 'x' })).toEqual({ ok: true, value: {} });
  });

  test('too many too fast are refused with the time to wait, and go on afterwards', async () => {
    const socket = await connected();
    const refused: Problem[] = [];
    // a machine that stands still meanwhile lets all of them in: then there are more to come
    while (refused.length === 0) {
      const many = Array.from({ length: DEFAULT_LIMITS.commands.burst + 20 }, async () => await send(socket, 'agenda:unfollow', { conference: 'x' }));
      refused.push(...(await Promise.all(many)).flatMap((reply) => (reply.ok ? [] : [reply.problem])));
    }
    expect(refused[0]).toMatchObject({ type: 'urn:meridian:problem:too-many-requests', retryAfter: 1 });
    expect(socket.connected).toBe(true);
  });

  test('a flood closes the socket', async () => {
    const socket = await connected();
    const gone = new Promise((resolve) => socket.once('disconnect', resolve));
    for (let n = 0; n < 500; n += 1) (socket as ClientSocket).emit('agenda:unfollow', { conference: 'x' });
    expect(await gone).toBe('io server disconnect');
  });

  test('a message that is too large closes the socket, and no other', async () => {
    const [loud, quiet] = [await connected(), await connected()];
    const gone = new Promise((resolve) => loud.once('disconnect', resolve));
    (loud as ClientSocket).emit('agenda:unfollow', { conference: 'x'.repeat(100_000) });
    await gone;
    expect(await quiet.emitWithAck('agenda:unfollow', { conference: 'x' })).toMatchObject({ ok: true });
  });
});

test('a reader that is too slow is dropped, and the others are not', async () => {
  // it has megabytes to read before it comes to why it is closed: how quick it is at that is not the question here
  house.app.get<RealtimeLimits>(REALTIME_LIMITS, { strict: false }).farewell = 600_000;
  const conference = await aConference().withCity('Lyon').build(database.source);
  const [slow, quick] = [await connected(), await connected()];
  for (const socket of [slow, quick]) expect(await socket.emitWithAck('agenda:follow', { conference: conference.slug, since: 0 })).toMatchObject({ ok: true });
  const tcp = (slow.io.engine.transport as unknown as { ws: { _socket: { pause: () => void; resume: () => void } } }).ws._socket;
  tcp.pause();

  const broadcaster = house.app.get(Broadcaster, { strict: false });
  const room = conferenceRoom(conference.id);
  const revision: Revision = { revision: 1, at: '2026-11-24T09:00:00.000Z', kind: 'live', release: null, note: 'x'.repeat(200_000), changes: [] };
  let read = 0;
  quick.on('agenda:changed', () => (read += 1));
  let sent = 0;
  // as much as the system takes between the two is not ours: until then nobody can tell that it does not read
  while (broadcaster.audience(room) === 2) {
    const arrived = nextMessage(quick, 'agenda:changed');
    await broadcaster.publish(room, 'agenda:changed', { conference: conference.slug, from: 0, to: 1, revisions: [revision] });
    sent += 1;
    await arrived;
  }
  const why = nextMessage(slow, 'connection:closing');
  tcp.resume();
  expect(await why).toEqual({ reason: 'too-slow' });
  expect(read).toBe(sent);
  expect(quick.connected).toBe(true);
  const metrics = await (await fetch(`${house.url}/metrics`)).text();
  expect(metrics).toContain('meridian_sockets_dropped_total{reason="too-slow"} 1');
});

test('a socket may be in so many rooms and no more', async () => {
  const socket = await connected();
  const ask = async (): Promise<Reply<unknown>> => {
    const { slug } = await aConference().build(database.source);
    return await socket.emitWithAck('agenda:follow', { conference: slug, since: 0 });
  };
  const replies: Reply<unknown>[] = [];
  for (let n = 0; n <= DEFAULT_LIMITS.rooms; n += 1) replies.push(await ask());
  expect(replies.filter((reply) => reply.ok)).toHaveLength(DEFAULT_LIMITS.rooms);
  expect(replies.at(-1)).toMatchObject({ ok: false, problem: { status: 429 } });
});

test('presence is summed over processes, and names no small crowd', async () => {
  const second = await anApp(database);
  const conference = await aConference().withCity('Lyon').withCity('Perth').build(database.source);
  const cityId = (name: string): ConferenceId => conference.cities[name] as unknown as ConferenceId;
  const enter = async (url: string, city: string): Promise<LiveSocket> => {
    const socket = await connected({}, url);
    await socket.emitWithAck('agenda:follow', { conference: conference.slug, since: 0, cityId: cityId(city) as never });
    return socket;
  };
  const first = await enter(house.url, 'Lyon');
  const full = new Promise<unknown>((resolve) => {
    first.on('presence:counted', (counted) => {
      if (counted.total === 8) resolve(counted);
    });
  });
  await Promise.all([house.url, house.url, second.url, second.url].map(async (url) => await enter(url, 'Lyon')));
  await Promise.all([house.url, second.url, second.url].map(async (url) => await enter(url, 'Perth')));
  expect(await full).toEqual({ conference: conference.slug, total: 8, cities: { [cityId('Lyon')]: 5 } });
  await second.close();
});

test('a shutdown says so before it closes', async () => {
  const second = await anApp(database);
  const socket = await connected({ bearer: TOKEN }, second.url);
  const [told, gone] = [nextMessage(socket, 'connection:closing'), new Promise((resolve) => socket.once('disconnect', resolve))];
  await second.close();
  expect(await told).toEqual({ reason: 'shutdown' });
  expect(await gone).toBe('io server disconnect');
});
