import { setImmediate as turn } from 'node:timers/promises';
import { createLogger } from '../../platform/logging/logger.js';
import { channelTracks } from '../../rules/streams/channel-tracks.js';
import { LiveChannels } from '../channels/live-channels.js';
import { SourceRegistry } from '../channels/source-registry.js';
import { findFfmpeg } from '../engines/ffmpeg/find-ffmpeg.js';
import { PART_TARGET, TARGET_DURATION } from '../origin/segment-lengths.js';
import { ConferenceSlates } from './conference-slates.js';

it('is made while a channel shows it, with some seconds at once, and not while none does', async () => {
  const sources = new SourceRegistry();
  const channels = new LiveChannels(sources);
  const slates = new ConferenceSlates((await findFfmpeg(undefined))!, sources, channels, createLogger('silent'), 10);
  const id = slates.idOf('tides');
  const hall = channels.open('hall', { tracks: channelTracks(['en']), targetDuration: TARGET_DURATION, partTarget: PART_TARGET, window: 30 });
  const newest = (): number => sources.get(id)!.segments.at(-1)?.number ?? -1;
  const isMade = (): boolean => sources.get(id)!.segments.at(-1)?.open === true;

  channels.show('hall', 'input');
  slates.need('tides', { title: 'Tides', accent: null });
  while (!sources.has(id)) await turn();
  expect(newest()).toBe(-1);

  channels.show('hall', id);
  expect([hall.source, hall.state.entries.length, isMade()]).toEqual([id, 4, true]);
  // what is on is left only for what has something to show
  channels.show('hall', 'input');
  expect([hall.source, channels.follow(id)]).toEqual([id, true]);

  channels.renew('hall');
  while (isMade()) await turn();
  const before = newest();
  channels.show('hall', id);
  expect(newest()).toBeGreaterThan(before);
  expect(channels.get('hall')!.source).toBe(id);

  slates.release('tides');
  expect(sources.has(id)).toBe(false);
  slates.close();
});
