import { once } from 'node:events';
import pg from 'pg';
import { aConference, type BuiltConference } from '../../../test/support/a-conference.js';
import { aPerson } from '../../../test/support/a-person.js';
import { anApp, type AnyBody, type As, type RunningApp } from '../../../test/support/an-app.js';
import { caughtUp } from '../../../test/support/caught-up.js';
import { knownSealingKeys } from '../../../test/support/known-sealing-keys.js';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import type { Agenda } from '../../contract/agenda.js';
import type { Revision } from '../../contract/changes.js';
import type { ChannelDetails, StreamInputWithSecret } from '../../contract/streams.js';
import { hashStreamKey, passphraseContext } from './stream-secrets.js';

describe('what a conference sends', () => {
  let database: TestDatabase;
  let running: RunningApp;
  let conference: BuiltConference;
  let base: string;
  const { environment, sealing } = knownSealingKeys();

  beforeAll(async () => {
    database = await aDatabase();
    running = await anApp(database, { environment: { ...environment, MERIDIAN_STREAM_HOST: 'ingest.example.org', MERIDIAN_STREAM_PORTS: '20000-20002', MERIDIAN_STREAM_HOSTS: 'origin.example.org,10.0.0.1' } });
  });
  afterAll(async () => {
    await running.close();
    await database.drop();
  });
  beforeEach(async () => {
    await database.source.query(`DELETE FROM conference`);
    conference = await aConference().withCity('Lyon').withRoom('Hall').withRoom('Foyer').withCity('Oslo').withRoom('Loft').build(database.source);
    base = `/api/conferences/${conference.slug}`;
  });

  const ask = async <T = AnyBody>(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: object, as?: As) => await running.ask<T>(method, `${base}/${path}`, body, as);
  const aStage = async (room: string, more: object = {}): Promise<string> => (await ask<ChannelDetails>('POST', 'channels', { kind: 'stage', roomId: conference.rooms[room], ...more })).body.id;
  const anInput = async (stage: string, body: object): Promise<StreamInputWithSecret> => {
    const answer = await ask<StreamInputWithSecret>('POST', `channels/${stage}/inputs`, body);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([201, 'no-store']);
    return answer.body;
  };
  const list = async (as?: As): Promise<ChannelDetails[]> => (await ask<{ items: ChannelDetails[] }>('GET', 'channels', undefined, as)).body.items;
  const uplink = async (city: string, kind: string): Promise<string> => {
    const [{ id }] = await database.source.query<[{ id: string }]>(
      `INSERT INTO uplink (id, conference_id, venue_id, kind, name) SELECT gen_random_uuid(), conference_id, id, $2, $2 FROM venue WHERE city_id = $1 RETURNING id`, [conference.cities[city], kind]);
    return id;
  };

  it('is published with the agenda: what is added, changed and removed is each one revision', async () => {
    const stage = await aStage('Hall', { languages: ['en', 'fa'] });
    const channel = { id: stage, kind: 'stage', roomId: conference.rooms['Hall'], state: 'off', onAirChannelId: null, languages: ['en', 'fa'], access: 'registered' };
    expect((await ask<Agenda>('GET', 'agenda', undefined, 'nobody')).body).toMatchObject({ revision: 1, channels: { [stage]: channel } });
    await ask('PATCH', `channels/${stage}`, { access: 'public' });
    // what nobody sees is no revision
    await ask('POST', `channels/${stage}/switch`, { choice: 'slate' });
    await anInput(stage, { kind: 'rtmp', role: 'primary' });
    await ask('DELETE', `channels/${stage}`);
    await caughtUp(running, conference);
    const { body } = await ask<{ revisions: Revision[] }>('GET', 'agenda/changes?since=1', undefined, 'nobody');
    expect(body.revisions.map(({ revision, kind, changes }) => [revision, kind, changes])).toEqual([
      [2, 'live', [{ change: 'channel.put', channel: { ...channel, access: 'public' } }]],
      [3, 'live', [{ change: 'channel.removed', channelId: stage }]],
    ]);
    expect((await ask<Agenda>('GET', 'agenda', undefined, 'nobody')).body).toMatchObject({ revision: 3, channels: {} });
  });

  it('goes with its room, in the same revision', async () => {
    const stage = await aStage('Hall');
    await ask('DELETE', `rooms/${conference.rooms['Hall']}`);
    await caughtUp(running, conference);
    const { body } = await ask<{ revisions: Revision[] }>('GET', 'agenda/changes?since=1', undefined, 'nobody');
    expect(body.revisions.map(({ changes }) => changes)).toEqual([[{ change: 'channel.removed', channelId: stage }, { change: 'room.removed', roomId: conference.rooms['Hall'] }]]);
  });

  it('has one stage a room, and one programme', async () => {
    await aStage('Hall');
    const programme = (await ask<ChannelDetails>('POST', 'channels', { kind: 'programme', access: 'public' })).body;
    expect(programme).toEqual({ id: programme.id, kind: 'programme', roomId: null, state: 'off', onAirChannelId: null, languages: [], access: 'public', choice: 'automatic', slides: false, inputs: [] });
    for (const again of [{ kind: 'stage', roomId: conference.rooms['Hall'] }, { kind: 'programme' }]) expect((await ask('POST', 'channels', again)).status).toBe(409);
    expect((await ask('POST', `channels/${programme.id}/inputs`, { kind: 'rtmp', role: 'primary' })).status).toBe(409);
    expect((await ask('POST', `channels/${programme.id}/switch`, { choice: 'slate' })).status).toBe(409);
  });

  it('is told of a stage, and not of the programme, that it shows slides; whoever runs the streams hears of it', async () => {
    const stage = await aStage('Hall');
    const programme = (await ask<ChannelDetails>('POST', 'channels', { kind: 'programme' })).body;
    const listener = new pg.Client({ connectionString: database.url });
    await listener.connect();
    await listener.query('LISTEN streams_changed');
    const told = once(listener, 'notification');
    expect((await ask<ChannelDetails>('PATCH', `channels/${stage}`, { slides: true })).body.slides).toBe(true);
    await told;
    await listener.end();
    expect((await ask('PATCH', `channels/${programme.id}`, { slides: true })).status).toBe(409);
    expect((await list()).map(({ slides }) => slides).sort()).toEqual([false, true]);
  });

  it('tells a stream key once, and keeps its hash', async () => {
    const stage = await aStage('Hall');
    const { input, secret } = await anInput(stage, { kind: 'rtmp', role: 'primary' });
    expect(input).toEqual({
      id: input.id, role: 'primary', kind: 'rtmp', via: 'internet', uplinkId: null, address: 'rtmp://ingest.example.org/live', latencyMs: null, group: null, secretSince: expect.any(String),
    });
    expect(secret).toEqual({ kind: 'stream-key', value: expect.stringMatching(/^[\w-]{32}$/) });
    const stored = async (): Promise<unknown> => await database.source.query(`SELECT key_hash, passphrase_sealed FROM stream_input WHERE id = $1`, [input.id]);
    expect(await stored()).toEqual([{ key_hash: hashStreamKey(secret!.value), passphrase_sealed: null }]);
    expect(JSON.stringify(await list())).not.toContain(secret!.value);

    const rotated = await ask<StreamInputWithSecret>('POST', `channels/${stage}/inputs/${input.id}/secret`);
    expect([rotated.status, rotated.headers.get('cache-control'), rotated.body.secret?.value === secret!.value]).toEqual([201, 'no-store', false]);
    expect(await stored()).toEqual([{ key_hash: hashStreamKey(rotated.body.secret!.value), passphrase_sealed: null }]);
    const audit = await ask<{ items: { action: string; details: object }[] }>('GET', 'audit');
    expect(audit.body.items.map(({ action }) => action).slice(0, 3)).toEqual(['edit-streams.rotate-key', 'edit-streams.add-input', 'edit-streams.add-channel']);
    for (const value of [secret!.value, rotated.body.secret!.value]) expect(JSON.stringify(audit.body)).not.toContain(value);
  });

  it('gives SRT a port of its own and a passphrase that only its engine reads again', async () => {
    const stage = await aStage('Hall');
    const { input, secret } = await anInput(stage, { kind: 'srt', role: 'primary', via: 'satellite', latencyMs: 800 });
    expect(input).toMatchObject({ address: 'srt://ingest.example.org:20000?mode=caller&transtype=live&latency=800000&pbkeylen=16', via: 'satellite', latencyMs: 800 });
    expect(secret).toEqual({ kind: 'passphrase', value: expect.stringMatching(/^[\w-]{32}$/) });
    const [{ sealed }] = await database.source.query<[{ sealed: Buffer }]>(`SELECT passphrase_sealed AS sealed FROM stream_input WHERE id = $1`, [input.id]);
    expect(sealing.open(sealed, passphraseContext(input.id))).toBe(secret!.value);
    expect(sealed.includes(secret!.value)).toBe(false);
  });

  it('gives UDP the lowest free port, takes multicast groups, and says when no port is left', async () => {
    const [hall, foyer] = [await aStage('Hall'), await aStage('Foyer')];
    const first = await anInput(hall, { kind: 'udp', role: 'primary', group: '239.1.2.3' });
    expect([first.input.address, first.secret]).toEqual(['udp://239.1.2.3:20000?pkt_size=1316', null]);
    await anInput(hall, { kind: 'srt', role: 'backup' });
    await anInput(foyer, { kind: 'udp', role: 'primary' });
    const none = await ask('POST', `channels/${foyer}/inputs`, { kind: 'udp', role: 'backup' });
    expect([none.status, none.body['detail']]).toEqual([409, expect.stringContaining('MERIDIAN_STREAM_PORTS')]);
    await ask('DELETE', `channels/${hall}/inputs/${first.input.id}`);
    expect((await anInput(foyer, { kind: 'udp', role: 'backup' })).input.address).toBe('udp://ingest.example.org:20000?pkt_size=1316');
    expect((await ask('POST', `channels/${foyer}/inputs/${first.input.id}/secret`)).status).toBe(404);
  });

  it('takes a playlist of others, and changes only what an input of its kind has', async () => {
    const stage = await aStage('Hall');
    const { input } = await anInput(stage, { kind: 'hls', role: 'backup', url: 'https://origin.example.org/hall.m3u8' });
    const changed = await ask('PATCH', `channels/${stage}/inputs/${input.id}`, { url: 'https://origin.example.org/other.m3u8' });
    expect([changed.status, changed.body['address']]).toEqual([200, 'https://origin.example.org/other.m3u8']);
    const refused = await ask('PATCH', `channels/${stage}/inputs/${input.id}`, { latencyMs: 300 });
    expect([refused.status, refused.body['errors']]).toEqual([400, [{ path: '/latencyMs', message: 'Leave it out.' }]]);
    expect((await ask('POST', `channels/${stage}/inputs/${input.id}/secret`)).status).toBe(409);
    const other = await aStage('Foyer');
    for (const [url, why] of [['https://evil.example/hall.m3u8', 'does not allow'], ['https://me:secret@origin.example.org/hall.m3u8', 'never asked'], ['http://10.0.0.1/hall.m3u8', 'private network']] as const) {
      for (const [method, path, body] of [['POST', `channels/${other}/inputs`, { kind: 'hls', role: 'primary' }], ['PATCH', `channels/${stage}/inputs/${input.id}`, {}]] as const) {
        const answer = await ask(method, path, { ...body, url });
        expect([answer.status, answer.body['errors']]).toEqual([400, [{ path: '/url', message: expect.stringContaining(why) }]]);
      }
    }
    for (const url of ['file:///etc/passwd', 'ftp://origin.example.org/', 'nowhere']) expect((await ask('POST', `channels/${stage}/inputs`, { kind: 'hls', role: 'primary', url })).status).toBe(400);
    expect((await ask('POST', `channels/${stage}/inputs`, { kind: 'hls', role: 'backup', url: 'https://origin.example.org/third.m3u8' })).status).toBe(409);
  });

  it('lets an input leave only by an uplink of its venue and kind', async () => {
    const stage = await aStage('Hall');
    const [dish, elsewhere] = [await uplink('Lyon', 'satellite'), await uplink('Oslo', 'satellite')];
    const wanted = { kind: 'srt', role: 'primary' };
    const wrong = async (more: object): Promise<unknown> => (await ask('POST', `channels/${stage}/inputs`, { ...wanted, ...more })).body['errors'];
    expect(await wrong({ via: 'internet', uplinkId: dish })).toEqual([{ path: '/via', message: 'That uplink is by satellite.' }]);
    expect(await wrong({ via: 'satellite', uplinkId: elsewhere })).toEqual([{ path: '/uplinkId', message: 'Not an uplink of this stage’s venue.' }]);
    expect((await anInput(stage, { ...wanted, via: 'satellite', uplinkId: dish })).input.uplinkId).toBe(dish);
    await ask('DELETE', `uplinks/${dish}`);
    expect((await list())[0]?.inputs[0]?.uplinkId).toBeNull();
  });

  it('shows a host the stages of their city, and the organizers all, the programme first', async () => {
    const host = await aPerson(running.app, [{ role: 'city-host', conferenceId: conference.id, cityId: conference.cities['Oslo'] }]);
    const [hall, loft] = [await aStage('Hall'), await aStage('Loft')];
    const programme = (await ask<ChannelDetails>('POST', 'channels', { kind: 'programme' })).body.id;
    expect([(await list()).map(({ id }) => id), (await list(host)).map(({ id }) => id)]).toEqual([[programme, hall, loft], [loft]]);
    expect((await ask('PATCH', `channels/${programme}`, { access: 'public' }, host)).status).toBe(403);
    expect((await ask('POST', 'channels', { kind: 'programme' }, host)).status).toBe(403);
  });
});
