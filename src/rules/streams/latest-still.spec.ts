import { latestStill } from './latest-still.js';
import type { MediaTrack, SourceSegment, SourceWindow } from './source.js';

const track = (key: string, kind: MediaTrack['kind'], height?: number): MediaTrack => ({
  key, kind, container: 'fmp4', language: null, name: key, floor: kind === 'audio', bandwidth: 1_000, codecs: '', ...(height === undefined ? {} : { height }),
});
const TRACKS = [track('video-720', 'video', 720), track('video-360', 'video', 360), track('audio-en', 'audio')];

function segment(number: number, keys: readonly string[], parts: number, more: Partial<SourceSegment> = {}): SourceSegment {
  const one = (key: string) => [key, { name: `${key}_${number}`, duration: 1, parts: Array.from({ length: parts }, (_, at) => ({ duration: 0.25, independent: at === 0 })) }] as const;
  return { number, generation: 1, startsAt: number * 1_000, duration: 1, discontinuity: false, open: false, tracks: Object.fromEntries(keys.map(one)), ...more };
}
const ALL = ['video-720', 'video-360', 'audio-en'];
const window = (...segments: SourceSegment[]): SourceWindow => ({
  id: 's', tracks: TRACKS, segments, inits: Object.fromEntries([1, 2].map((generation) => [generation, Object.fromEntries(ALL.map((key) => [key, `${key}_i${generation}`]))])),
});
const still = (init: string, media: string) => ({ init: `/streams/media/${init}.init.mp4`, media: `/streams/media/${media}` });

describe('the newest still of a source', () => {
  it.each([
    ['the first part of the segment that is coming in, in the smallest picture', window(segment(1, ALL, 4), segment(2, ALL, 1, { open: true })), still('video-360_i1', 'video-360_2.0.m4s')],
    ['a whole segment where it is not seen in parts', window(segment(1, ALL, 0)), still('video-360_i1', 'video-360_1.m4s')],
    ['the one before, where the open one has nothing to give yet', window(segment(1, ALL, 0), segment(2, ALL, 0, { open: true })), still('video-360_i1', 'video-360_1.m4s')],
    ['the larger picture where the smaller one is missing', window(segment(1, ['video-720', 'audio-en'], 4)), still('video-720_i1', 'video-720_1.0.m4s')],
    ['with the init segment of its own generation', window(segment(1, ALL, 4), segment(2, ALL, 4, { generation: 2 })), still('video-360_i2', 'video-360_2.0.m4s')],
    ['none of sound alone', window(segment(1, ['audio-en'], 4)), null],
    ['none of a source that gave nothing', window(), null],
  ])('is %s', (_case, source, expected) => {
    expect(latestStill(source)).toEqual(expected);
  });
});
