import { aChannel } from '../../../test/support/a-channel.js';
import { aConference, type BuiltConference } from '../../../test/support/a-conference.js';
import { aSocket, nextMessage, type LiveSocket } from '../../../test/support/a-live-client.js';
import { anApp, type RunningApp } from '../../../test/support/an-app.js';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import type { Playback } from '../../contract/channel.js';
import type { ChannelId } from '../../contract/ids.js';
import { Revocations } from '../admission/revocations.js';
import { AUDIENCE_COUNTING, type AudienceCounting } from './audience-counting.js';
import { Audiences } from './audiences.js';

let database: TestDatabase;
/** Draws the numbers, as the process does that runs the streams; the other one does not. */
let leader: RunningApp;
let other: RunningApp;
let held: BuiltConference;
let hall: ChannelId;
let marker: ChannelId;
let sockets: LiveSocket[];

beforeAll(async () => {
  database = await aDatabase();
  // their keys are the same, as those of processes on one data folder are
  [leader, other] = [await anApp(database), await anApp(database)];
  held = await aConference().withCity('Lyon').withRoom('Hall').withRoom('Attic').build(database.source);
  marker = await aChannel(database.source, held, { room: 'Attic' });
});
afterAll(async () => {
  await leader.close();
  await other.close();
  await database.drop();
});
beforeEach(async () => {
  sockets = [];
  await database.source.query(`DELETE FROM stream_channel WHERE id <> $1`, [marker]);
  hall = await aChannel(database.source, held, { room: 'Hall' });
  leader.app.get(Audiences).drawHere(true);
});
afterEach(() => {
  for (const socket of sockets) socket.close();
});

/** From now on, and to every draw: people added to what was counted. */
function addNoise(noise: number): void {
  leader.app.get<AudienceCounting>(AUDIENCE_COUNTING).noise = () => noise;
}

async function connected(app: RunningApp): Promise<LiveSocket> {
  const socket = await aSocket(app.url);
  sockets.push(socket);
  return socket;
}

async function addressOf(channel: ChannelId, app: RunningApp): Promise<string> {
  return (await app.ask<Playback>('POST', `/api/conferences/${held.slug}/channels/${channel}/playback`, undefined, 'nobody')).body.url;
}

async function watches(app: RunningApp, channel = hall): Promise<LiveSocket> {
  const socket = await connected(app);
  expect(await socket.emitWithAck('audience:join', { address: await addressOf(channel, app) })).toMatchObject({ ok: true, value: { channelId: channel } });
  return socket;
}

/** All that comes to a socket unasked. */
function overhear(socket: LiveSocket): unknown[] {
  const heard: unknown[] = [];
  socket.onAny((event: string, message: unknown) => heard.push([event, message]));
  return heard;
}

/** Resolves when a process has heard all that was told to it before: notifications come in their order. */
async function untilHeard(app: RunningApp): Promise<void> {
  const listener = await watches(app, marker);
  const heard = nextMessage(listener, 'audience:counted');
  await database.source.query(`SELECT pg_notify('audience_told', $1)`, [JSON.stringify({ channelId: marker, told: (rounds += 1) * 1_000 })]);
  await heard;
  listener.close();
}
let rounds = 0;

/** Both processes say how many watch there, and the one that draws knows of it. */
async function counted(): Promise<void> {
  for (const app of [leader, other]) await app.app.get(Audiences).tell();
  await untilHeard(leader);
}

async function drawn(times = 1): Promise<void> {
  for (let n = 0; n < times; n += 1) await leader.app.get(Audiences).draw();
  for (const app of [leader, other]) await untilHeard(app);
}

it('sums the audience of both processes, and tells it to those who watch, at both', async () => {
  const here = await watches(leader);
  const there = [await watches(other), await watches(other)];
  const outsider = overhear(await connected(other));
  await counted();
  // the three of them are what reaches the step
  addNoise(147);
  const messages = [here, ...there].map(async (socket) => await nextMessage(socket, 'audience:counted'));
  await drawn(2);
  expect(await Promise.all(messages)).toEqual(Array.from({ length: 3 }, () => ({ channelId: hall, watching: 150 })));
  expect(outsider).toEqual([]);

  const late = await connected(other);
  expect(await late.emitWithAck('audience:join', { address: await addressOf(hall, other) })).toEqual({ ok: true, value: { channelId: hall, watching: 150 } });
});

it('tells nothing of who comes and goes between draws, and of a draw only what its noise leaves', async () => {
  // two accounts that are somebody's own, on the border: with one person more there are 150
  const mine = [await watches(leader), await watches(other)];
  await counted();
  addNoise(147);
  await drawn(3);
  const heard = mine.map(overhear);
  // somebody who could be seen
  const person = await watches(other);
  await counted();
  expect(leader.app.get(Audiences).toldOf(hall)).toBe(100);
  expect(heard).toEqual([[], []]);
  // exact, the next draws would tell: noise that falls otherwise tells the same of two as of three
  addNoise(146);
  await drawn(3);
  person.close();
  addNoise(147);
  await drawn(3);
  expect(heard).toEqual([[], []]);
  // and who joins anew is told no more
  expect(await mine[0]!.emitWithAck('audience:join', { address: await addressOf(hall, leader) })).toEqual({ ok: true, value: { channelId: hall, watching: 100 } });
});

it('counts a connection for the newest that it watches, until it leaves or is closed', async () => {
  const socket = await watches(other, hall);
  await counted();
  addNoise(99);
  await drawn(2);
  expect(leader.app.get(Audiences).toldOf(hall)).toBe(100);
  // to another channel
  expect(await socket.emitWithAck('audience:join', { address: await addressOf(marker, other) })).toMatchObject({ ok: true });
  const heard = overhear(socket);
  addNoise(-1);
  await counted();
  await drawn(3);
  expect(leader.app.get(Audiences).toldOf(hall)).toBeNull();
  expect(heard.filter((message) => JSON.stringify(message).includes(hall))).toEqual([]);
});

it('lets nobody in whose address does not play, and nobody stay whose does no longer', async () => {
  const socket = await connected(other);
  const refused = { ok: false, problem: expect.objectContaining({ status: 403 }) };
  const good = await addressOf(hall, other);
  const members = await aChannel(database.source, held, { access: 'registered' });
  for (const address of ['', good.replace('/play/', '/play/x'), good.replace(hall, marker), good.replace(hall, members), `https://elsewhere.example${good}`]) {
    expect(await socket.emitWithAck('audience:join', { address })).toEqual(refused);
  }
  expect(await socket.emitWithAck('audience:join', { address: good })).toMatchObject({ ok: true });
  const revoked = Promise.all([leader, other].map(async ({ app }) => await new Promise<void>((resolve) => app.get(Revocations).onRevoked(resolve))));
  // the channel becomes one for those who take part: what was given to anyone ends
  await database.source.query(`UPDATE stream_channel SET access = 'registered' WHERE id = $1`, [hall]);
  await revoked;
  const heard = overhear(socket);
  await other.app.get(Audiences).tell();
  await counted();
  addNoise(500);
  await drawn(3);
  expect(leader.app.get(Audiences).toldOf(hall)).toBeNull();
  expect(heard).toEqual([]);
});

it('is drawn by one process', async () => {
  await watches(other);
  addNoise(500);
  await counted();
  await other.app.get(Audiences).draw();
  await untilHeard(leader);
  expect(leader.app.get(Audiences).toldOf(hall)).toBeNull();
});
