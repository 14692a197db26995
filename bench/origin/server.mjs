// The front alone, as the application opens it, with one stage. `still ROOT`: a minute of it, whose files are put below ROOT for nginx;
// `live BITRATE`: parts come as they do from an encoder, each beginning with the time at which it was there.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import fastify from 'fastify';
import { RawRoutes } from '../../dist/src/platform/http/raw-routes.js';
import { channelTracks } from '../../dist/src/rules/streams/channel-tracks.js';
import { LiveChannels } from '../../dist/src/streams/channels/live-channels.js';
import { SourceRegistry } from '../../dist/src/streams/channels/source-registry.js';
import { openStreamsFront } from '../../dist/src/streams/channels/streams-front.js';
import { LiveWindow } from '../../dist/src/streams/origin/live-window.js';
import { PART_TARGET, TARGET_DURATION } from '../../dist/src/streams/origin/segment-lengths.js';

const [mode, argument] = process.argv.slice(2);
/** Seconds: nine frames, nine, seven at 25 a second. */
const PARTS = [0.36, 0.36, 0.28];
const routes = new RawRoutes();
const server = fastify({ serverFactory: routes.serverFactory });
const sources = new SourceRegistry();
const channels = new LiveChannels(sources);
openStreamsFront(routes, sources, channels, { refuses: () => null });

const tracks = channelTracks(['en', 'fr']);
const stage = new LiveWindow('stage');
sources.add(stage);
channels.open('stage', { tracks, targetDuration: TARGET_DURATION, partTarget: PART_TARGET, window: 30 });
channels.show('stage', 'stage');
stage.beginGeneration(tracks, Object.fromEntries(tracks.map(({ key }) => [key, Buffer.alloc(800, key)])));

const bitrate = Number(mode === 'live' ? argument : 2_500_000);
const bits = { 'video-720': bitrate, 'video-360': 600_000, 'audio-en': 96_000, 'audio-fr': 96_000, 'audio-only': 40_000 };

function addPart(index) {
  for (const { key } of tracks) {
    const bytes = Buffer.alloc(Math.round((bits[key] * PARTS[index]) / 8), 'media');
    bytes.writeDoubleLE(performance.timeOrigin + performance.now());
    stage.addPart(key, { bytes, duration: PARTS[index], independent: index === 0 }, key === 'video-720');
    // an engine tells of each track by itself
    stage.announce();
  }
}

function fillStill() {
  const begun = Date.now() - 40_000;
  for (let second = 0; second < 40; second += 1) {
    stage.openSegment(begun + second * 1000);
    for (const index of PARTS.keys()) addPart(index);
    stage.closeSegment();
  }
  stage.announce();
}

function runLive() {
  const begun = performance.now();
  let due = 0;
  let index = 0;
  const next = () => {
    if (index === 0) stage.openSegment(Date.now());
    addPart(index);
    if (index === PARTS.length - 1) {
      stage.closeSegment();
      stage.announce();
    }
    due += PARTS[index] * 1000;
    index = (index + 1) % PARTS.length;
    setTimeout(next, Math.max(0, begun + due - performance.now()));
  };
  next();
}

/** What players ask for at the live edge, as files: the newest segments of the picture, whole and in parts, and its playlist. */
async function filesFor(root) {
  const track = channels.get('stage').track('video-720');
  const playlist = '/streams/play/token/stage/video-720.m3u8';
  const { segments } = stage.window();
  const names = segments.slice(-3).map((segment) => segment.tracks['video-720'].name);
  const files = new Map([[playlist, channels.get('stage').playlist(track, 'low-latency')]]);
  for (const name of names) {
    files.set(`/streams/media/${name}.m4s`, Buffer.concat(stage.media(name)));
    stage.media(name).forEach((bytes, index) => files.set(`/streams/media/${name}.${index}.m4s`, bytes));
  }
  mkdirSync(join(root, 'streams/media'), { recursive: true });
  mkdirSync(join(root, 'streams/play/token/stage'), { recursive: true });
  for (const [path, bytes] of files) writeFileSync(join(root, path), bytes);
  const parts = [...files.keys()].filter((path) => /\.\d\.m4s$/.test(path));
  const whole = names.map((name) => `/streams/media/${name}.m4s`);
  const inTurn = (paths) => paths.flatMap((path) => [playlist, path]);
  return { playlist: [playlist], part: parts, 'whole segment': whole, 'playlist and part in turn (low latency)': inTurn(parts), 'playlist and segment in turn (plain)': inTurn(whole) };
}

if (mode === 'live') runLive();
else fillStill();
await server.listen({ port: 0, host: '127.0.0.1', backlog: 8_192 });
const { port } = server.server.address();
process.send({ is: 'ready', port, paths: mode === 'still' ? await filesFor(argument) : null });

const delay = monitorEventLoopDelay({ resolution: 5 });
let from;
process.on('message', (message) => {
  if (message === 'measure') {
    delay.enable();
    delay.reset();
    from = { usage: process.cpuUsage(), at: performance.now() };
    process.send({ is: 'measuring' });
  } else {
    const { user, system } = process.cpuUsage(from.usage);
    const seconds = (performance.now() - from.at) / 1000;
    process.send({ is: 'measured', core: (user + system) / 1e6 / seconds, delay99: delay.percentile(99) / 1e6, memory: process.memoryUsage().rss });
  }
});
