import type { Playback } from '../../src/contract/channel.js';
import { RawRoutes } from '../../src/platform/http/raw-routes.js';
import { createLogger } from '../../src/platform/logging/logger.js';
import { Admission } from '../../src/streams/admission/admission.js';
import { LiveChannels } from '../../src/streams/channels/live-channels.js';
import { SourceRegistry } from '../../src/streams/channels/source-registry.js';
import { openStreamsFront } from '../../src/streams/channels/streams-front.js';
import { drawCard } from '../../src/streams/engines/cards/draw-card.js';
import { testPicture } from '../../src/streams/engines/demo/test-picture.js';
import { FfmpegEngine } from '../../src/streams/engines/ffmpeg/ffmpeg-engine.js';
import { findFfmpeg } from '../../src/streams/engines/ffmpeg/find-ffmpeg.js';
import { LiveWindow } from '../../src/streams/origin/live-window.js';
import { PART_TARGET, TARGET_DURATION } from '../../src/streams/origin/segment-lengths.js';
import { aChannel } from '../../test/support/a-channel.js';
import { aConference } from '../../test/support/a-conference.js';
import { anApp } from '../../test/support/an-app.js';
import { closedSegments, untilWindow } from '../../test/support/streams.js';
import { aDatabase } from '../../test/support/test-database.js';

/** A sound as the player calls it, and its tone in hertz. */
export const FLOOR = ['Floor', 440] as const;
export const PERSIAN = ['Persian', 1_320] as const;

export interface SendingHouse {
  url: string;
  /** Of the page with the player. */
  path: string;
  playback: () => Promise<Playback>;
  close: () => Promise<void>;
}

/** A stage that sends a picture with a clock that can be read, in two sizes with two tones, encoded here. */
export async function aSendingHouse(): Promise<SendingHouse> {
  const database = await aDatabase();
  const held = await aConference('bench').withCity('Lyon').withRoom('Hall').withSession('Opening', { room: 'Hall', startsAt: new Date(Date.now() - 60_000).toISOString(), minutes: 120 }).build(database.source);
  const stage = await aChannel(database.source, held, { room: 'Hall' });
  await aChannel(database.source, held, { onAir: stage });
  const app = await anApp(database);
  const ffmpeg = (await findFfmpeg(undefined))!;
  const window = new LiveWindow('bench');
  const engine = new FfmpegEngine({
    ffmpeg, window, logger: createLogger('warn'),
    input: testPicture(ffmpeg, { tones: [FLOOR[1], PERSIAN[1]], readableClock: true }),
    feed: await drawCard({ title: 'Lyon', subtitle: 'Hall', colour: '#2f7d6b' }),
    plan: { video: 'encode', frameRate: 25, height: 720, bitrate: 0, audio: [{ stream: 0, language: null, name: 'Floor' }, { stream: 1, language: 'fa', name: 'fa' }] },
  });
  const { tracks } = await untilWindow(window, (now) => closedSegments(now) >= 8);
  const sources = new SourceRegistry();
  const channels = new LiveChannels(sources);
  const closeFront = openStreamsFront(app.app.get(RawRoutes), sources, channels, app.app.get(Admission));
  sources.add(window);
  channels.open(stage, { tracks, targetDuration: TARGET_DURATION, partTarget: PART_TARGET, window: 30 });
  channels.show(stage, 'bench');
  return {
    url: app.url,
    path: `/bench/sessions/${held.sessions['Opening']}`,
    playback: async () => (await app.ask<Playback>('POST', `/api/conferences/bench/channels/${stage}/playback`)).body,
    close: async () => {
      closeFront();
      await engine.stop();
      await app.close();
      await database.drop();
    },
  };
}
