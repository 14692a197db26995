import { aConference, type BuiltConference } from '../../../test/support/a-conference.js';
import { aSocket, nextMessage, type LiveSocket } from '../../../test/support/a-live-client.js';
import { aPerson, type Person } from '../../../test/support/a-person.js';
import { anApp, TOKEN, type RunningApp } from '../../../test/support/an-app.js';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import type { ChannelId } from '../../contract/ids.js';
import { PROTOCOL_VERSION } from '../../contract/socket.js';
import type { ChannelFigures, ControlRoom, StreamEvents } from '../../contract/streams.js';
import { ControlRooms } from './control-rooms.js';
import { StreamLog } from './stream-log.js';

let database: TestDatabase;
/** Runs the streams; the other one does not, and people look at that. */
let leader: RunningApp;
let other: RunningApp;
let conference: BuiltConference;
let base: string;
let organizer: Person;
let host: Person;
/** Of Lyon, which is the host's, of Oslo, and the programme. */
let channels: { lyon: ChannelId; oslo: ChannelId; programme: ChannelId };

beforeAll(async () => {
  database = await aDatabase();
  [leader, other] = [await anApp(database), await anApp(database)];
  conference = await aConference().withCity('Lyon').withRoom('Hall').withCity('Oslo', 'Europe/Oslo').withRoom('Fjord').build(database.source);
  base = `/api/conferences/${conference.slug}`;
  const add = async (body: object): Promise<ChannelId> => (await leader.ask<{ id: ChannelId }>('POST', `${base}/channels`, body)).body.id;
  channels = {
    lyon: await add({ kind: 'stage', roomId: conference.rooms['Hall'] }), oslo: await add({ kind: 'stage', roomId: conference.rooms['Fjord'] }), programme: await add({ kind: 'programme' }),
  };
  organizer = await aPerson(leader.app, [{ role: 'organizer', conferenceId: conference.id }]);
  host = await aPerson(leader.app, [{ role: 'city-host', conferenceId: conference.id, cityId: conference.cities['Lyon'] }]);
  leader.app.get(ControlRooms).runBy((id) => (id === conference.id ? Object.values(channels).map(figures) : []));
});
afterAll(async () => {
  await leader.close();
  await other.close();
  await database.drop();
});

const figures = (channelId: ChannelId): ChannelFigures => ({ channelId, source: { kind: 'slate' }, inputs: [], viewers: 3 });

/** The socket of somebody at the process that runs no streams. */
async function aSocketOf(person: Person): Promise<LiveSocket> {
  const { body } = await other.ask<{ token: string }>('POST', '/api/socket-token', undefined, person);
  return await aSocket(other.url, { auth: { token: body.token, protocol: PROTOCOL_VERSION } });
}

/** All channels of which a socket heard figures, until every one that it should know of was told twice. */
async function heardOf(socket: LiveSocket, expected: readonly ChannelId[]): Promise<Set<string>> {
  const times = new Map<string, number>();
  // all of them, for several may come at once
  await new Promise<void>((resolve) => {
    socket.on('streams:figures', (message) => {
      for (const { channelId } of message.channels) times.set(channelId, (times.get(channelId) ?? 0) + 1);
      if (expected.every((id) => (times.get(id) ?? 0) >= 2)) resolve();
    });
  });
  return new Set(times.keys());
}

test('a city host hears of the stages of their city, and never of another’s or of the programme', async () => {
  const [mine, all] = [await aSocketOf(host), await aSocketOf(organizer)];
  const both = Promise.all([heardOf(mine, [channels.lyon]), heardOf(all, Object.values(channels))]);
  expect(await all.emitWithAck('streams:follow', { conference: conference.slug })).toMatchObject({ ok: true });
  expect(await mine.emitWithAck('streams:follow', { conference: conference.slug })).toMatchObject({ ok: true });
  const [heardByHost, heardByOrganizer] = await both;
  expect([...heardByHost]).toEqual([channels.lyon]);
  expect(heardByOrganizer).toEqual(new Set(Object.values(channels)));
  // until there are so many: what was heard some seconds ago is nobody's, until it is heard again
  const asked = async (running: RunningApp, person: Person, many = 1): Promise<string[]> => {
    for (;;) {
      const { channels: shown } = (await running.ask<ControlRoom>('GET', `${base}/control-room`, undefined, person)).body;
      if (shown.length >= many) return shown.map(({ channelId }) => channelId);
    }
  };
  // at the process that has the figures, and at the one that was told them
  expect([await asked(leader, host), await asked(other, host)]).toEqual([[channels.lyon], [channels.lyon]]);
  expect(new Set(await asked(other, organizer, 3))).toEqual(new Set(Object.values(channels)));
  mine.close();
  all.close();
});

test('what happens is told as it happens, with who did it, to those whose stage it is', async () => {
  const [mine, all, outsider] = [await aSocketOf(host), await aSocketOf(organizer), await aSocketOf(organizer)];
  const overheard: unknown[] = [];
  outsider.on('streams:happened', (message) => overheard.push(message));
  const heardByHost: unknown[] = [];
  mine.on('streams:happened', ({ event }) => heardByHost.push([event.channelId, event.what]));
  await all.emitWithAck('streams:follow', { conference: conference.slug });
  await mine.emitWithAck('streams:follow', { conference: conference.slug });

  const told = nextMessage(all, 'streams:happened');
  await leader.app.get(StreamLog).record({ channelId: channels.oslo, what: 'input.lost', details: { role: 'primary' } });
  expect(await told).toMatchObject({ conference: conference.slug, event: { channelId: channels.oslo, what: 'input.lost', by: null, details: { role: 'primary' } } });

  const directed = nextMessage(all, 'streams:happened');
  await other.ask('POST', `${base}/programme/hand-over`, { to: channels.oslo }, organizer);
  expect((await directed).event).toMatchObject({ channelId: channels.programme, what: 'director.hand-over', details: { stage: channels.oslo }, by: expect.stringMatching(/^Person /) as string });

  // the host's own comes last: what came before it would have been heard before it
  const own = nextMessage(mine, 'streams:happened');
  await leader.ask('POST', `${base}/channels/${channels.lyon}/switch`, { choice: 'slate' }, host);
  expect((await own).event).toMatchObject({ channelId: channels.lyon, what: 'director.switch', details: { choice: 'slate' }, by: expect.stringMatching(/^Person /) as string });
  expect([heardByHost, overheard]).toEqual([[[channels.lyon, 'director.switch']], []]);

  const log = async (person: Person): Promise<string[]> => (await other.ask<StreamEvents>('GET', `${base}/stream-events`, undefined, person)).body.items.map(({ what }) => what);
  expect(await log(host)).toEqual(['director.switch']);
  expect(await log(organizer)).toEqual(['director.switch', 'director.hand-over', 'input.lost']);
  for (const socket of [mine, all, outsider]) socket.close();
});

test('who may not look is told nothing, and who is erased is named no more', async () => {
  const passer = await aPerson(leader.app);
  const socket = await aSocketOf(passer);
  expect(await socket.emitWithAck('streams:follow', { conference: conference.slug })).toMatchObject({ ok: false });
  expect((await other.ask('GET', `${base}/stream-events`, undefined, passer)).status).toBe(403);
  await database.source.query(`DELETE FROM account WHERE id = $1`, [host.accountId]);
  const { body } = await other.ask<StreamEvents>('GET', `${base}/stream-events`, undefined, organizer);
  expect(body.items[0]).toMatchObject({ what: 'director.switch', by: '' });
  socket.close();
});

test('the operator, who is nobody in particular, is called that', async () => {
  const socket = await aSocket(other.url, { bearer: TOKEN });
  await socket.emitWithAck('streams:follow', { conference: conference.slug });
  const told = nextMessage(socket, 'streams:happened');
  await leader.ask('PUT', `${base}/programme/run-of-show`, { items: [] });
  expect((await told).event).toMatchObject({ what: 'director.run-of-show', by: 'operator', details: { handOvers: 0 } });
  socket.close();
});
