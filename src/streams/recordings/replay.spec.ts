import * as HLS from 'hls-parser';
import { aConference, type BuiltConference } from '../../../test/support/a-conference.js';
import { aPerson, type Person } from '../../../test/support/a-person.js';
import { aRecordedStage, type RecordedStage } from '../../../test/support/a-recorded-stage.js';
import { anEncoder } from '../../../test/support/an-encoder.js';
import { anApp, type As, type RunningApp } from '../../../test/support/an-app.js';
import { caughtUp } from '../../../test/support/caught-up.js';
import { probeMedia } from '../../../test/support/streams.js';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import type { Revision } from '../../contract/changes.js';
import type { Recording, Replay } from '../../contract/recordings.js';
import { LiveChannels } from '../channels/live-channels.js';
import { SourceRegistry } from '../channels/source-registry.js';
import { Recorder } from './recorder.js';

type MediaPlaylist = HLS.types.MediaPlaylist;
type MasterPlaylist = HLS.types.MasterPlaylist;
const at = (time: string): string => `2026-11-24T${time}.000Z`;

let database: TestDatabase;
let running: RunningApp;
let conference: BuiltConference;
let base: string;

beforeAll(async () => {
  database = await aDatabase();
  running = await anApp(database);
});
afterAll(async () => {
  await running.close();
  await database.drop();
});
beforeEach(async () => {
  await database.source.query(`DELETE FROM conference`);
  conference = await aConference().withCity('Lyon').withRoom('Hall').withCity('Oslo').withRoom('Loft')
    .withSession('Opening', { room: 'Hall', startsAt: at('09:00:00') }).withSession('Song', { room: 'Loft', startsAt: at('09:00:00') }).build(database.source);
  await database.source.query(`UPDATE conference SET registration = 'open' WHERE id = $1`, [conference.id]);
  base = `/api/conferences/${conference.slug}`;
});

const act = async (id: string, verb: string, as?: As): Promise<number> => (await running.ask('POST', `${base}/recordings/${id}/${verb}`, undefined, as)).status;
const watch = async (id: string, as: As) => await running.ask<Replay & { type?: string }>('POST', `${base}/recordings/${id}/playback`, undefined, as);
const anAttendee = async (): Promise<Person> => {
  const person = await aPerson(running.app);
  expect((await running.ask('PUT', `${base}/registration`, { venueId: null }, person)).status).toBe(200);
  return person;
};
const get = async (path: string, as: As = 'nobody') => await running.ask<string>('GET', path, undefined, as);
/** A track's playlist beside the first one, as a parser that is not ours reads it. */
const playlist = async (url: string, track: string, as?: As): Promise<MediaPlaylist> => HLS.parse((await get(url.replace('main.m3u8', `${track}.m3u8`), as)).body) as MediaPlaylist;

describe('a recording', () => {
  let stage: RecordedStage;
  let id: string;

  beforeEach(async () => {
    stage = await aRecordedStage(running, conference.slug, conference.rooms['Hall']!);
    await stage.sends(at('09:00:00'), 10);
    await stage.sends(at('09:00:20'), 5);
    await stage.looks(at('09:30:24'));
    id = (await stage.list())[0]!.id;
  });

  it('is a video with an end, in every track, of what was sent', async () => {
    await act(id, 'publish');
    const { status, body: { url, audioOnlyUrl } } = await watch(id, await anAttendee());
    expect(status).toBe(200);
    const { headers, body } = await get(url);
    expect([headers.get('content-type'), headers.get('cache-control')]).toEqual(['application/vnd.apple.mpegurl', 'public, max-age=60']);
    const main = HLS.parse(body) as MasterPlaylist;
    expect([main.variants.map(({ uri }) => uri), main.variants[0]?.audio.map(({ language, uri }) => [language, uri])])
      .toEqual([['video-720.m3u8', 'video-360.m3u8'], [['en', 'audio-en.m3u8'], ['fr', 'audio-fr.m3u8']]]);
    for (const track of ['video-720', 'video-360', 'audio-en', 'audio-fr', 'audio-only']) {
      const { endlist, playlistType, segments } = await playlist(url, track);
      expect([endlist, playlistType, segments.length]).toEqual([true, 'VOD', 15]);
      expect(segments.map(({ programDateTime }) => programDateTime?.toISOString().slice(11, 23))).toEqual(
        [...Array.from({ length: 10 }, (_, index) => index * 960), ...Array.from({ length: 5 }, (_, index) => 20_000 + index * 960)]
          .map((ms) => new Date(Date.parse(at('09:00:00')) + ms).toISOString().slice(11, 23)));
      // the encoder was started again
      expect(segments.flatMap(({ discontinuity }, index) => (discontinuity ? [index] : []))).toEqual([10]);
    }
    expect((await get(audioOnlyUrl)).status).toBe(200);
    const [segment] = (await playlist(url, 'video-720')).segments;
    const media = await get(segment!.uri);
    expect([media.status, media.headers.get('cache-control'), media.headers.get('content-type')]).toEqual([200, 'public, max-age=31536000, immutable', 'video/mp4']);
    expect(media.body).toBe([0, 1, 2].map((part) => `${stage.channelId}-1-0-video-720.${part};`).join(''));
  });

  it('tells where its talk begins, and how long it is', async () => {
    await act(id, 'publish');
    const attendee = await anAttendee();
    const { chapters, length } = (await watch(id, attendee)).body;
    expect(chapters).toEqual([{ sessionId: conference.sessions['Opening'], title: 'Opening', at: 0 }]);
    expect(length).toBeCloseTo(15 * 0.96, 5);
  });

  it('is a fact of the agenda once it is published, and no longer when it is withdrawn; both may be undone', async () => {
    const opening = conference.sessions['Opening'];
    await caughtUp(running, conference);
    const { body: { revision } } = await running.ask<{ revision: number }>('GET', `${base}/agenda`, undefined, 'nobody');
    const statuses = [];
    for (const verb of ['publish', 'publish', 'withdraw', 'withdraw', 'publish']) statuses.push(await act(id, verb));
    expect(statuses).toEqual([200, 409, 200, 409, 200]);
    await caughtUp(running, conference);
    const { body } = await running.ask<{ revisions: Revision[] }>('GET', `${base}/agenda/changes?since=${revision}`, undefined, 'nobody');
    const edited = (replayId: string | null): object => ({ change: 'session.edited', sessionId: opening, set: { replayId } });
    expect(body.revisions.map(({ changes }) => changes)).toEqual([[edited(id)], [edited(null)], [edited(id)]]);
    const audit = await database.source.query<{ action: string }[]>(`SELECT action FROM audit_entry WHERE subject = $1 ORDER BY number`, [`recording:${id}`]);
    expect(audit.map(({ action }) => action)).toEqual(['publish', 'withdraw', 'publish'].map((verb) => `edit-recordings.${verb}`));
  });

  it('can be watched by nobody once it was withdrawn, also by who has its addresses', async () => {
    await act(id, 'publish');
    const attendee = await anAttendee();
    const { body: { url } } = await watch(id, attendee);
    const [segment] = (await playlist(url, 'video-360')).segments;
    await act(id, 'withdraw');
    expect([(await get(url)).status, (await get(segment!.uri)).status, (await watch(id, attendee)).status]).toEqual([404, 404, 404]);
    await act(id, 'publish');
    expect([(await get(url)).status, (await get(segment!.uri)).status]).toEqual([200, 404]);
  });

  it('asks for what its stage asked for: a ticket, a role, or nothing', async () => {
    expect((await watch(id, await anAttendee())).status).toBe(404);
    await act(id, 'publish');
    expect([(await watch(id, 'nobody')).body.type, (await watch(id, await aPerson(running.app))).body.type]).toEqual(['urn:meridian:problem:token-required', 'urn:meridian:problem:not-allowed']);
    const foyer = await aRecordedStage(running, conference.slug, conference.rooms['Loft']!, { access: 'public' });
    await foyer.sends(at('09:00:00'), 3);
    await foyer.looks(at('09:30:24'));
    const open = (await foyer.list()).find(({ title }) => title === 'Song')!;
    await act(open.id, 'publish');
    expect((await watch(open.id, 'nobody')).status).toBe(200);
  });

  it('does not open to a token that is forged, for something else, or was revoked', async () => {
    await act(id, 'publish');
    const attendee = await anAttendee();
    const { body: { url } } = await watch(id, attendee);
    const { body: live } = await running.ask<{ url: string }>('POST', `${base}/channels/${stage.channelId}/playback`, undefined, attendee);
    const [, , , token] = url.split('/') as [string, string, string, string];
    const other = live.url.split('/')[3]!;
    expect([
      (await get(url)).status, (await get(url.replace(token, other))).status, (await get(url.replace(token, `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`))).status,
      (await get(url.replace('main.m3u8', 'nothing.m3u8'))).status, (await get(url.replace('main.m3u8', 'main.txt'))).status,
    ]).toEqual([200, 403, 403, 404, 404]);
  });

  it('is shown from where to where its organizers say, and goes back to all of it', async () => {
    const trim = async (shownFrom: string | null, shownTo: string | null) => await running.ask<Recording>('PATCH', `${base}/recordings/${id}`, { shownFrom, shownTo });
    expect((await trim(at('09:00:03'), at('09:00:06'))).body).toMatchObject({ shownFrom: at('09:00:03'), shownTo: at('09:00:06'), length: 3.84 });
    await act(id, 'publish');
    const { body: { url } } = await watch(id, await anAttendee());
    expect((await playlist(url, 'audio-fr')).segments.map(({ programDateTime }) => programDateTime?.toISOString())).toEqual(
      [2.88, 3.84, 4.8, 5.76].map((second) => new Date(Date.parse(at('09:00:00')) + second * 1_000).toISOString()));
    expect((await trim(at('09:10:00'), null)).status).toBe(409);
    expect((await trim(at('09:00:06'), at('09:00:03'))).status).toBe(400);
    expect((await trim(null, null)).body.length).toBe(14.4);
    expect((await playlist(url, 'audio-fr')).segments).toHaveLength(15);
  });

  it('is seen by its organizers before anybody else, by their sign-in and not by a token', async () => {
    const host = await aPerson(running.app, [{ role: 'city-host', conferenceId: conference.id, cityId: conference.cities['Lyon']! }]);
    const { body: { url } } = await running.ask<Replay>('POST', `${base}/recordings/${id}/preview`, undefined, host);
    expect((await playlist(url, 'video-720', host)).segments).toHaveLength(15);
    expect([(await get(url)).status, (await get(url, await anAttendee())).status]).toEqual([401, 403]);
  });

  it("is a host's in their own city only", async () => {
    const host = await aPerson(running.app, [{ role: 'city-host', conferenceId: conference.id, cityId: conference.cities['Oslo']! }]);
    expect((await running.ask<{ items: unknown[]; rules: { stages: unknown[] } }>('GET', `${base}/recordings`, undefined, host)).body).toMatchObject({ items: [], rules: { stages: [] } });
    expect([await act(id, 'publish', host), await act(id, 'preview', host)]).toEqual([404, 404]);
  });

  it('is stopped before its session ends, and not begun anew', async () => {
    const song = await aRecordedStage(running, conference.slug, conference.rooms['Loft']!);
    await song.sends(at('09:01:00'), 3);
    const { id: songId } = (await song.list()).find(({ title }) => title === 'Song')!;
    expect((await running.ask('DELETE', `${base}/recordings/${songId}`)).status).toBe(409);
    expect(await act(songId, 'stop')).toBe(200);
    await song.sends(at('09:02:00'), 3);
    expect((await song.list()).find(({ title }) => title === 'Song')).toMatchObject({ state: 'ready', bytes: (await song.list()).find(({ title }) => title === 'Song')!.bytes });
    expect(await database.source.query(`SELECT count(*)::int AS kept FROM recorded_segment WHERE channel_id = $1`, [song.channelId])).toEqual([{ kept: 3 }]);
  });

  it('is removed with its files', async () => {
    await act(id, 'publish');
    const { body: { url } } = await watch(id, await anAttendee());
    const [segment] = (await playlist(url, 'video-720')).segments;
    expect((await running.ask('DELETE', `${base}/recordings/${id}`)).status).toBe(204);
    expect([await stage.list(), (await get(segment!.uri)).status, await database.source.query(`SELECT 1 FROM recorded_segment WHERE channel_id = $1`, [stage.channelId])]).toEqual([[], 404, []]);
  });
});

it('plays what an encoder really made: every frame and every sound, from the disk', async () => {
  const now = Date.now();
  await database.source.query(`UPDATE slot SET starts_at = to_timestamp($1), ends_at = to_timestamp($2) WHERE session_id = $3`, [now / 1_000 - 60, now / 1_000 + 1_800, conference.sessions['Opening']]);
  const { body: { id: channelId } } = await running.ask<{ id: string }>('POST', `${base}/channels`, { kind: 'stage', roomId: conference.rooms['Hall'], access: 'public' });
  const [sources, channels] = [running.app.get(SourceRegistry), running.app.get(LiveChannels)];
  await anEncoder('an-encoder', 4, (window) => {
    sources.add(window);
    channels.open(channelId, { tracks: window.window().tracks, targetDuration: 2, partTarget: 0.5, window: 60 });
    channels.show(channelId, window.id);
  });
  const recorder = running.app.get(Recorder);
  await recorder.look();
  await recorder.look(now + 1_900_000);
  const { body: { items: [recording] } } = await running.ask<{ items: Recording[] }>('GET', `${base}/recordings`);
  expect(recording).toMatchObject({ title: 'Opening', state: 'ready', failure: null });
  await act(recording!.id, 'publish');
  const { body: { url } } = await watch(recording!.id, 'nobody');
  const bytesOf = async (track: string): Promise<Buffer> => {
    const { segments } = await playlist(url, track);
    const uris = [segments[0]!.map.uri, ...segments.map(({ uri }) => uri)];
    return Buffer.concat(await Promise.all(uris.map(async (uri) => Buffer.from(await (await fetch(running.url + uri)).arrayBuffer()))));
  };
  const [picture, sound] = await Promise.all(['video-360', 'audio-fa'].map(async (track) => await probeMedia(await bytesOf(track))));
  expect([picture, sound].map((probed) => probed!.streams.map(({ codec_name, width }) => [codec_name, width]))).toEqual([[['h264', 640]], [['aac', undefined]]]);
  const frames = picture!.packets.map(({ pts_time }) => Math.round(Number(pts_time) * 25));
  expect(frames).toEqual(frames.map((_, index) => frames[0]! + index));
  expect(frames.length).toBeGreaterThanOrEqual(100);
  const heard = sound!.packets.map(({ pts_time }) => Math.round(Number(pts_time) * 48_000));
  expect(heard).toEqual(heard.map((_, index) => heard[0]! + index * 1_024));
});
