import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { aConference } from '../../../test/support/a-conference.js';
import { anApp, type RunningApp } from '../../../test/support/an-app.js';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import type { StreamEvent, StreamInputWithSecret } from '../../contract/streams.js';
import { projectFolder } from '../../platform/build-folders.js';

const SECRET = 'what-the-two-of-us-know';
let database: TestDatabase;
let running: RunningApp;
let base: string;
let channelId: string;
let made: StreamInputWithSecret;

beforeAll(async () => {
  database = await aDatabase();
  running = await anApp(database, { environment: { MERIDIAN_MEDIAMTX_SECRET: SECRET } });
  const conference = await aConference().withCity('Lyon').withRoom('Hall').build(database.source);
  base = `/api/conferences/${conference.slug}/channels`;
  channelId = (await running.ask<{ id: string }>('POST', base, { kind: 'stage', roomId: conference.rooms['Hall'] })).body.id;
  made = (await running.ask<StreamInputWithSecret>('POST', `${base}/${channelId}/inputs`, { kind: 'rtmp', role: 'primary' })).body;
});
afterAll(async () => {
  await running.close();
  await database.drop();
});

/** As MediaMTX sends it: the user and password of its `authHTTPAddress` are HTTP Basic. */
async function post(path: string, body: object, authorization: string | null = `Basic ${Buffer.from(`meridian:${SECRET}`).toString('base64')}`): Promise<number> {
  const headers = { 'content-type': 'application/json', 'user-agent': 'Go-http-client/1.1', ...(authorization === null ? {} : { authorization }) };
  return (await fetch(`${running.url}/api/mediamtx/${path}`, { method: 'POST', headers, body: JSON.stringify(body) })).status;
}

/** The documented body of the authentication call, as it is for an RTMP publisher. */
const question = (more: object): object => ({
  user: '', password: '', token: '', ip: '203.0.113.7', action: 'publish', path: `live/${made.secret!.value}`, protocol: 'rtmp', id: '8f6c1c0a-6c0f-4a5e-9a33-1f2d3b4c5d6e', query: '', ...more,
});

test.each<[string, object, number]>([
  ['a publisher with the key of an input, by RTMP', {}, 204],
  ['the same by SRT, and with what newer versions say besides', { protocol: 'srt', userAgent: 'Haivision', query: 'streamid=publish' }, 204],
  ['the same by WebRTC', { protocol: 'webrtc' }, 204],
  ['another key', { path: 'live/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }, 401],
  ['no key', { path: 'live' }, 401],
  ['a key below another path', { path: 'other/KEY' }, 401],
  ['a reader who shares the secret', { action: 'read', protocol: 'rtsp', user: 'meridian', password: SECRET }, 204],
  ['a reader who does not', { action: 'read', protocol: 'rtsp' }, 401],
  ['a reader with the stream key', { action: 'read', user: 'meridian', password: 'KEY' }, 401],
  ['the recordings of MediaMTX', { action: 'playback' }, 401],
  ['its API, whoever asks', { action: 'api', path: '', user: 'meridian', password: SECRET }, 401],
])('%s', async (_name, more, status) => {
  const asked = JSON.parse(JSON.stringify(question(more)).replaceAll('KEY', made.secret!.value)) as object;
  expect(await post('auth', asked)).toBe(status);
});

test('nobody else is answered, whatever key they know', async () => {
  const wrong = [null, 'Basic ', `Basic ${Buffer.from('meridian:guess').toString('base64')}`, `Basic ${Buffer.from(`other:${SECRET}`).toString('base64')}`, `Bearer ${SECRET}`];
  for (const authorization of wrong) expect(await post('auth', question({}), authorization)).toBe(401);
  expect(await post('hooks', { event: 'ready', path: 'live/x' }, null)).toBe(401);
});

test('a server without the secret answers no MediaMTX', async () => {
  const other = await anApp(database);
  const response = await fetch(`${other.url}/api/mediamtx/auth`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Basic ${Buffer.from('meridian:').toString('base64')}` }, body: JSON.stringify(question({})) });
  expect(response.status).toBe(404);
  await other.close();
});

test('what its hooks say is in the log of the channel, and a key that was rotated is nobody’s', async () => {
  const old = made.secret!.value;
  expect(await post('hooks', { event: 'ready', path: `live/${old}` })).toBe(204);
  expect(await post('hooks', { event: 'not-ready', path: `live/${old}` })).toBe(204);
  made = (await running.ask<StreamInputWithSecret>('POST', `${base}/${channelId}/inputs/${made.input.id}/secret`)).body;
  expect(await post('auth', question({ path: `live/${old}` }))).toBe(401);
  expect(await post('auth', question({}))).toBe(204);
  expect(await post('hooks', { event: 'ready', path: `live/${old}` })).toBe(204);
  const { body } = await running.ask<{ items: StreamEvent[] }>('GET', `${base}/${channelId}/events`);
  expect(body.items.map(({ what, inputId }) => [what, inputId])).toEqual([['mediamtx.not-ready', made.input.id], ['mediamtx.ready', made.input.id]]);
});

test('the sample configuration takes the paths of our keys, and no others', async () => {
  const sample = await readFile(join(projectFolder(), 'deploy', 'mediamtx', 'mediamtx.yml'), 'utf8');
  const [, pattern = ''] = /"~(\^live.*\$)":/.exec(sample) ?? [];
  const takes = new RegExp(pattern);
  expect([`live/${made.secret!.value}`, 'live/short', `live/${made.secret!.value}/more`, `other/${made.secret!.value}`].map((path) => takes.test(path))).toEqual([true, false, false, false]);
  expect(sample).toContain('/api/mediamtx/auth');
  expect(sample.match(/\/api\/mediamtx\/hooks/g)).toHaveLength(2);
});
