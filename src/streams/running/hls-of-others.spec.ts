import { aChannelFollower } from '../../../test/support/a-channel-follower.js';
import { aConference, type BuiltConference } from '../../../test/support/a-conference.js';
import { aSocket, nextMessage } from '../../../test/support/a-live-client.js';
import { anApp, TOKEN, type RunningApp } from '../../../test/support/an-app.js';
import { anHlsOrigin, type HlsOrigin } from '../../../test/support/an-hls-origin.js';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { answered } from '../../../test/support/watched-renditions.js';
import type { Playback } from '../../contract/channel.js';
import type { ControlRoom, InputFigures, StreamInputWithSecret } from '../../contract/streams.js';
import { findFfmpeg } from '../engines/ffmpeg/find-ffmpeg.js';

let database: TestDatabase;
let running: RunningApp;
let conference: BuiltConference;
let origin: HlsOrigin;

beforeAll(async () => {
  database = await aDatabase();
  conference = await aConference().withCity('Lyon').withRoom('Hall').build(database.source);
  origin = await anHlsOrigin((await findFfmpeg(undefined))!);
  running = await anApp(database, { environment: { MERIDIAN_STREAMS: '1', MERIDIAN_RTMP_PORT: '0', MERIDIAN_STREAM_HOSTS: 'private:127.0.0.1', HOST: '127.0.0.1' } });
});
afterAll(async () => {
  await origin.close();
  await running.close();
  await database.drop();
});

test("a stage shows what another server's HLS shows: live, the slate when that server dies, and live again when it is back", async () => {
  const base = `/api/conferences/${conference.slug}`;
  const follower = await aChannelFollower(running, conference.slug);
  const { body: { id: stage } } = await running.ask<{ id: string }>('POST', `${base}/channels`, { kind: 'stage', roomId: conference.rooms['Hall'], access: 'public', languages: ['en'] });
  const { body: { input } } = await running.ask<StreamInputWithSecret>('POST', `${base}/channels/${stage}/inputs`, { kind: 'hls', role: 'primary', url: origin.url });
  await follower.until(stage, { state: 'live' });

  const { url } = (await running.ask<Playback>('POST', `${base}/channels/${stage}/playback`, undefined, 'nobody')).body;
  const playlist = await (await answered(running.url + url.replace('main', 'video-360'))).text();
  expect(playlist).toContain('#EXT-X-TARGETDURATION:1\n');

  const room = await aSocket(running.url, { bearer: TOKEN });
  await room.emitWithAck('streams:follow', { conference: conference.slug });
  const untilFigures = async (holds: (figures: InputFigures) => boolean): Promise<void> => {
    for (;;) {
      const { channels } = (await running.ask<ControlRoom>('GET', `${base}/control-room`)).body;
      const figures = channels.flatMap(({ inputs }) => inputs).find(({ inputId }) => inputId === input.id);
      if (figures !== undefined && holds(figures)) return;
      await nextMessage(room, 'streams:figures');
    }
  };
  await untilFigures(({ state, video, audio, remarks }) => state === 'live' && video?.height === 360 && audio.length === 1 && !remarks.some(({ code }) => code.startsWith('playlist-')));

  await origin.die();
  await follower.until(stage, { state: 'slate' });
  await untilFigures(({ state, remarks }) => state === 'lost' && remarks[0]?.code === 'playlist-no-answer');
  room.close();

  await origin.comeBack();
  await follower.until(stage, { state: 'live' });
  follower.close();
});
