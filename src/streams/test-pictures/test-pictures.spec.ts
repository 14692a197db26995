import { closedSegments, untilWindow } from '../../../test/support/streams.js';
import type { ChannelId, ConferenceId, StreamInputId } from '../../contract/ids.js';
import { createLogger } from '../../platform/logging/logger.js';
import { channelTracks } from '../../rules/streams/channel-tracks.js';
import { LiveChannels } from '../channels/live-channels.js';
import { SourceRegistry } from '../channels/source-registry.js';
import { findFfmpeg } from '../engines/ffmpeg/find-ffmpeg.js';
import { PART_TARGET, TARGET_DURATION } from '../origin/segment-lengths.js';
import type { SetUpStage, StreamSetup } from '../running/stream-setup.js';
import { TestPictures } from './test-pictures.js';

const conferenceId = 'tides' as ConferenceId;
const stage = (name: string): SetUpStage => ({
  kind: 'stage', id: `${name}-stage` as ChannelId, conferenceId, conference: { title: 'Tides', accent: null }, title: 'Hall', cityName: name, zone: 'UTC',
  languages: ['fr', 'en'], state: 'off', choice: 'automatic', slides: false,
  inputs: [{ id: name as StreamInputId, role: 'primary', kind: 'test', keyHash: null, passphrase: null, port: null, latencyMs: null, group: null, url: null }],
});
const setupOf = (...names: string[]): StreamSetup => ({ stages: new Map(names.map((name) => [stage(name).id, stage(name)])), programmes: new Map() });

const LINGERS = 4_000;

/** By a clock that goes on when a spec says so: however slowly a picture is made, it is wanted until then. */
class House {
  now = Date.UTC(2026, 10, 24, 12);
  readonly sources = new SourceRegistry();
  readonly channels = new LiveChannels(this.sources, () => this.now);
  readonly pictures: TestPictures;

  constructor(ffmpeg: NonNullable<Awaited<ReturnType<typeof findFfmpeg>>>, readonly setup: StreamSetup, limits = { most: 1, lingers: LINGERS }) {
    this.pictures = new TestPictures({ ffmpeg, sources: this.sources, channels: this.channels, logger: createLogger('silent'), limits, now: () => this.now });
    for (const { id, languages, inputs } of setup.stages.values()) {
      this.channels.open(id, { tracks: channelTracks(languages), targetDuration: TARGET_DURATION, partTarget: PART_TARGET, window: 30 });
      this.channels.show(id, inputs[0]!.id);
    }
    this.pictures.set(setup);
  }

  asks(name: string): void {
    this.channels.get(`${name}-stage`)!.audience.asks();
  }

  observed(name: string) {
    return this.pictures.get(name)!.directed.observe();
  }

  async untilGone(name: string): Promise<void> {
    while (this.sources.has(name)) await new Promise((resolve) => setImmediate(resolve));
  }

  /** What is in the registry under that name, as something that can be waited for. */
  source(name: string) {
    return {
      id: name, media: () => undefined, window: () => this.sources.get(name)!,
      onChange: (listener: () => void) => this.sources.onChange((changed) => changed === name && listener()),
    };
  }
}

const found = async () => (await findFfmpeg(undefined))!;

it('is made when somebody asks for it, in its languages, and until nobody does; meanwhile it stands ready', async () => {
  const house = new House(await found(), setupOf('Lyon'));
  expect([house.sources.has('Lyon'), house.observed('Lyon').standsReady]).toEqual([false, true]);

  house.asks('Lyon');
  const shown = await untilWindow(house.source('Lyon'), (window) => closedSegments(window) >= 1);
  expect(shown.tracks.map(({ key }) => key)).toEqual(['video-360', 'audio-fr', 'audio-en', 'audio-only']);
  expect(house.observed('Lyon').standsReady).toBe(false);
  const channel = house.channels.get('Lyon-stage')!;
  expect(channel.source).toBe('Lyon');

  house.now += LINGERS;
  await house.untilGone('Lyon');
  expect(house.observed('Lyon').standsReady).toBe(true);
  // who comes later does not begin with what is long past
  expect(house.channels.get('Lyon-stage')!.source).toBeNull();
  await house.pictures.close();
});

it('shows a card where there is no room for one more, and the picture once there is', async () => {
  const house = new House(await found(), setupOf('Lyon', 'Oslo'));
  house.asks('Lyon');
  house.asks('Oslo');
  const card = await untilWindow(house.source('Oslo'), (window) => closedSegments(window) >= 1);
  expect(card.tracks.map(({ key }) => key)).toEqual(['video-720', 'video-360', 'audio-floor', 'audio-only']);
  expect(house.observed('Oslo').standsReady).toBe(false);
  house.now += LINGERS;
  house.asks('Oslo');
  await house.untilGone('Lyon');
  await untilWindow(house.source('Oslo'), ({ tracks }) => tracks.some(({ key }) => key === 'audio-fr'));
  await house.pictures.close();
  expect([house.sources.has('Lyon'), house.sources.has('Oslo')]).toEqual([false, false]);
});

it('is made for a control room, and ends with its input', async () => {
  const house = new House(await found(), setupOf('Lyon'));
  house.pictures.looked(conferenceId);
  house.pictures.set(house.setup);
  await untilWindow(house.source('Lyon'), ({ segments }) => segments.length > 0);
  house.pictures.set(setupOf());
  expect([house.sources.has('Lyon'), house.pictures.get('Lyon')]).toEqual([false, undefined]);
  await house.pictures.close();
});

it('leaves no process and no handle behind, begun and ended again and again', async () => {
  const house = new House(await found(), setupOf('Lyon'), { most: 1, lingers: 60_000 });
  const held = (): string[] => process.getActiveResourcesInfo().filter((kind) => /Process|Pipe/.test(kind));
  const before = held();
  // most of them are ended before their engine has begun, some once it gives something
  for (let round = 1; round <= 30; round += 1) {
    house.pictures.looked(conferenceId);
    house.pictures.set(house.setup);
    if (round % 10 === 0) await untilWindow(house.source('Lyon'), ({ segments }) => segments.length > 0);
    house.pictures.set(setupOf());
  }
  await house.pictures.close();
  // what a process leaves is closed within some turns of the loop
  while (held().length > before.length) await new Promise(setImmediate);
});
