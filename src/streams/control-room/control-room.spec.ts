import { aConference, type BuiltConference } from '../../../test/support/a-conference.js';
import { aSocket, nextMessage } from '../../../test/support/a-live-client.js';
import { anApp, TOKEN, type RunningApp } from '../../../test/support/an-app.js';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import type { ChannelId } from '../../contract/ids.js';
import type { ChannelFigures, ControlRoom, StreamEvent } from '../../contract/streams.js';
import { ControlRooms } from './control-rooms.js';
import { StreamLog } from './stream-log.js';

let database: TestDatabase;
/** Runs the streams; the other one does not. */
let leader: RunningApp;
let other: RunningApp;
let conference: BuiltConference;
let base: string;
let channelId: ChannelId;

beforeAll(async () => {
  database = await aDatabase();
  [leader, other] = [await anApp(database), await anApp(database)];
  conference = await aConference().withCity('Lyon').withRoom('Hall').build(database.source);
  base = `/api/conferences/${conference.slug}`;
  channelId = (await leader.ask<{ id: ChannelId }>('POST', `${base}/channels`, { kind: 'stage', roomId: conference.rooms['Hall'] })).body.id;
});
afterAll(async () => {
  await leader.close();
  await other.close();
  await database.drop();
});

const figures = (viewers: number): ChannelFigures => ({ channelId, source: { kind: 'slate' }, inputs: [], viewers });

test('the figures of the one process that runs streams reach a control room at another, and nobody who does not look', async () => {
  leader.app.get(ControlRooms).runBy((id) => (id === conference.id ? [figures(7)] : []));
  const room = await aSocket(other.url, { bearer: TOKEN });
  const outsider = await aSocket(other.url, { bearer: TOKEN });
  const overheard: unknown[] = [];
  outsider.on('streams:figures', (message) => overheard.push(message));
  const heard = nextMessage(room, 'streams:figures');
  expect(await room.emitWithAck('streams:follow', { conference: conference.slug })).toMatchObject({ ok: true });
  expect(await heard).toEqual({ conference: conference.slug, channels: [figures(7)] });
  // at the other one, unless what it heard is of some seconds ago: then it hears again
  const read = async (): Promise<ControlRoom> => (await other.ask<ControlRoom>('GET', `${base}/control-room`)).body;
  let shown = await read();
  while (shown.channels.length === 0) shown = await read();
  expect(shown).toEqual({ channels: [figures(7)] });
  expect((await leader.ask('GET', `${base}/control-room`)).body).toEqual({ channels: [figures(7)] });

  const again = nextMessage(room, 'streams:figures');
  leader.app.get(ControlRooms).runBy(() => [figures(8)]);
  expect((await again).channels[0]?.channelId).toBe(channelId);
  expect(overheard).toEqual([]);
  room.close();
  outsider.close();
});

test('what happened is told, the newest first, and kept of no channel that is gone', async () => {
  const log = leader.app.get(StreamLog);
  await log.record({ channelId, what: 'input.live', details: { role: 'primary' } });
  await log.record({ channelId, what: 'stage.on-slate' });
  const { body } = await leader.ask<{ items: StreamEvent[] }>('GET', `${base}/channels/${channelId}/events`);
  expect(body.items.map(({ what, details, inputId }) => [what, details, inputId])).toEqual([['stage.on-slate', {}, null], ['input.live', { role: 'primary' }, null]]);
  await leader.ask('DELETE', `${base}/channels/${channelId}`);
  await log.record({ channelId, what: 'input.lost' });
  expect(await database.source.query(`SELECT * FROM stream_event`)).toEqual([]);
});
