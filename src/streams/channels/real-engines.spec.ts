import * as HLS from 'hls-parser';
import { closedSegments, untilWindow } from '../../../test/support/streams.js';
import { createLogger } from '../../platform/logging/logger.js';
import { channelTracks } from '../../rules/streams/channel-tracks.js';
import { FfmpegEngine } from '../engines/ffmpeg/ffmpeg-engine.js';
import { findFfmpeg } from '../engines/ffmpeg/find-ffmpeg.js';
import { LiveWindow } from '../origin/live-window.js';
import { PART_TARGET, TARGET_DURATION } from '../origin/segment-lengths.js';
import { Director, type DirectedInput } from './director.js';
import { LiveChannels } from './live-channels.js';
import { SourceRegistry } from './source-registry.js';

const logger = createLogger('silent');

/** A small moving picture and a tone, in real time. */
async function anEngine(window: LiveWindow, language: string): Promise<FfmpegEngine> {
  const ffmpeg = (await findFfmpeg(undefined))!;
  return new FfmpegEngine({
    ffmpeg, window, feed: null, logger,
    input: { args: () => ['-re', '-f', 'lavfi', '-i', 'testsrc2=size=320x180:rate=25', '-re', '-f', 'lavfi', '-i', 'sine=frequency=440:sample_rate=48000'], video: '0:v:0', audio: () => '1:a:0' },
    plan: { video: 'encode', frameRate: 25, height: 180, bitrate: 0, audio: [{ stream: 0, language, name: language }] },
  });
}

const inputOf = (window: LiveWindow, isOn: () => boolean): DirectedInput =>
  ({ source: window.id, observe: () => ({ connected: isOn(), targetDuration: TARGET_DURATION, frozenSince: null, bitrate: null, usualBitrate: null }) });

it('a channel of two real engines, one of which is stopped: an independent parser accepts every playlist, and the other goes on', async () => {
  const sources = new SourceRegistry();
  const channels = new LiveChannels(sources);
  // by a clock that stands still nobody is ever late: one is left because it is gone
  const director = new Director(channels, sources, () => 0);
  const tracks = channelTracks(['en', 'fr']);
  const channel = channels.open('hall', { tracks, targetDuration: TARGET_DURATION, partTarget: PART_TARGET, window: 30 });
  const [primary, backup] = [new LiveWindow('primary'), new LiveWindow('backup')];
  for (const window of [primary, backup]) sources.add(window);
  const engines = [await anEngine(primary, 'en'), await anEngine(backup, 'fr')] as const;
  let isOn = true;
  let read = 0;
  HLS.setOptions({ strictMode: true, silent: true });
  const stopReading = sources.onChange(() => {
    if (channel.state.entries.length === 0) return;
    for (const track of tracks) for (const form of ['low-latency', 'changes-only', 'plain'] as const) read += HLS.parse(channel.playlist(track, form)).isMasterPlaylist ? 0 : 1;
  });
  try {
    director.setStage({ channelId: 'hall', primary: inputOf(primary, () => isOn), backup: inputOf(backup, () => true), slate: 'slate', wanted: 'automatic', slides: false });
    await Promise.all([primary, backup].map(async (window) => await untilWindow(window, (now) => closedSegments(now) >= 3)));
    director.look();
    expect(channel.source).toBe('primary');
    await engines[0].stop();
    isOn = false;
    director.look();
    const left = closedSegments(backup.window());
    // each of six tracks in three forms, at each of a good many changes: what waited to be read is one change
    await untilWindow(backup, (now) => closedSegments(now) >= left + 2 && read > 18 * 20);

    const { entries } = channel.state;
    expect(entries.map(({ source }) => source).filter((source, index, all) => source !== all[index - 1])).toEqual(['primary', 'backup']);
    // a busy machine may have an engine started anew, or a segment without one of its pictures: that is said, and nothing else
    const lives = entries.map(({ source, segment, from }) => `${source} ${segment.generation} ${Object.entries(from).map(([key, track]) => `${key}=${track?.key}`).sort().join()}`);
    expect(entries.map(({ discontinuity }) => discontinuity)).toEqual(lives.map((life, index) => index > 0 && life !== lives[index - 1]));
    const last = entries.at(-1)!;
    expect([last.from['audio-en']!.key, last.from['audio-fr']!.key]).toEqual(['audio-fr', 'audio-fr']);
  } finally {
    stopReading();
    await Promise.all(engines.map(async (engine) => await engine.stop()));
  }
});
