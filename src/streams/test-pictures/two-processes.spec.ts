import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aConference, type BuiltConference } from '../../../test/support/a-conference.js';
import { aSocket } from '../../../test/support/a-live-client.js';
import { anApp, TOKEN, type RunningApp } from '../../../test/support/an-app.js';
import { untilReceived } from '../../../test/support/streams.js';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { answered, watchedRenditions } from '../../../test/support/watched-renditions.js';
import type { Agenda } from '../../contract/agenda.js';
import type { Playback } from '../../contract/channel.js';

let database: TestDatabase;
let conference: BuiltConference;
let base: string;
let folder: string;
/** The one that runs the streams, and one that does not. */
let first: RunningApp;
let other: RunningApp;

beforeAll(async () => {
  database = await aDatabase();
  conference = await aConference().withCity('Lyon').withRoom('Hall').withRoom('Loft').build(database.source);
  base = `/api/conferences/${conference.slug}`;
  // they share the keys of their data folder, as README.md says of several processes
  folder = await mkdtemp(join(tmpdir(), 'meridian-shared-'));
  const environment = { MERIDIAN_STREAMS: '1', MERIDIAN_RTMP_PORT: '0', HOST: '127.0.0.1', MERIDIAN_DATA_DIR: folder };
  first = await anApp(database, { environment });
  while (!(await runs(first)));
  other = await anApp(database, { environment });
});
afterAll(async () => {
  await other.close();
  await database.drop();
  await rm(folder, { recursive: true });
});

async function aTestStage(room: string): Promise<{ stage: string; input: string }> {
  const stage = (await first.ask<{ id: string }>('POST', `${base}/channels`, { kind: 'stage', roomId: conference.rooms[room], access: 'public', languages: ['en'] })).body.id;
  const { body } = await first.ask<{ input: { id: string } }>('POST', `${base}/channels/${stage}/inputs`, { kind: 'test', role: 'primary' });
  const state = async (): Promise<string | undefined> => (await other.ask<Agenda>('GET', `${base}/agenda`, undefined, 'nobody')).body.channels[stage as never]?.['state'];
  while ((await state()) !== 'live');
  return { stage, input: body.input.id };
}

const playback = async (stage: string): Promise<string> => (await other.ask<Playback>('POST', `${base}/channels/${stage}/playback`, undefined, 'nobody')).body.url;

/** As the proxy in front of them asks: see README.md, MERIDIAN_STREAMS. */
const runs = async ({ url }: RunningApp): Promise<boolean> => (await fetch(`${url}/health/streams`)).status === 200;

test('a test picture whose viewers all come by the other process is made by the one that runs the streams', async () => {
  const { stage } = await aTestStage('Hall');
  const address = await playback(stage);
  expect([await runs(first), await runs(other)]).toEqual([true, false]);
  // without such a proxy a player is told to try again
  const refused = await fetch(other.url + address.replace('main', 'video-360'));
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '2']);
  const seen = await watchedRenditions(first.url + address);
  expect(seen.map(({ name, codecs }) => `${name}: ${codecs.join()}`).sort()).toEqual(['audio-en: aac', 'video-360: h264 640x360', 'video-720: h264 640x360']);
});

test('one that is looked at in a control room, at the process that does not make it, is made', async () => {
  const { input } = await aTestStage('Loft');
  const room = await aSocket(other.url, { bearer: TOKEN });
  await room.emitWithAck('streams:follow', { conference: conference.slug });
  await untilReceived(first, input);
  room.close();
});

test('when the process that runs the streams ends, the other one makes the picture, under the same address', async () => {
  const [{ id }] = await database.source.query<[{ id: string }]>(`SELECT id FROM stream_channel ORDER BY id LIMIT 1`);
  const address = await playback(id);
  await first.close();
  while (!(await runs(other)));
  expect(await (await answered(other.url + address.replace('main', 'video-360'))).text()).toContain('#EXT-X-MAP');
  expect((await watchedRenditions(other.url + address)).length).toBe(3);
});
