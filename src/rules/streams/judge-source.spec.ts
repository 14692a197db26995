import { fitsForCopy, judgeSource, type AudioFacts, type VideoFacts } from './judge-source.js';

const VIDEO: VideoFacts = { codecs: 'avc1.4d401f', width: 1280, height: 720, frameRate: 25, bitrate: 2_400_000, keyFrameInterval: 1, keyFrames: 5 };
const AUDIO: AudioFacts = { codecs: 'mp4a.40.2', channels: 2, sampleRate: 48_000, bitrate: 128_000, language: null };

it('finds nothing to change in what the card for encoders asks for', () => {
  expect(judgeSource({ video: VIDEO, audio: [AUDIO], seconds: 5 })).toEqual([]);
});

it.each<[string, Partial<VideoFacts>, string]>([
  ['another codec', { codecs: 'hvc1' }, 'other-video-codec'],
  ['a key frame each 4 seconds', { keyFrameInterval: 4 }, 'key-frames-too-far-apart'],
  ['a small picture', { width: 480, height: 270 }, 'picture-too-small'],
  ['fifteen frames a second', { frameRate: 15 }, 'frame-rate-too-low'],
  ['too few bits', { bitrate: 300_000 }, 'bitrate-too-low'],
  ['more bits than a venue should send', { bitrate: 20_000_000 }, 'bitrate-too-high'],
])('says what to change of a picture with %s', (_name, odd, code) => {
  expect(judgeSource({ video: { ...VIDEO, ...odd }, audio: [AUDIO], seconds: 5 }).map((remark) => remark.code)).toEqual([code]);
});

it('says what is missing altogether, and which sound is odd', () => {
  expect(judgeSource({ video: null, audio: [], seconds: 5 }).map(({ code, severity }) => [code, severity])).toEqual([['no-video', 'must'], ['no-audio', 'must']]);
  expect(judgeSource({ video: VIDEO, audio: [AUDIO, { ...AUDIO, sampleRate: 22_050 }], seconds: 5 })).toEqual([
    { code: 'sample-rate-unusual', severity: 'should', facts: { stream: 2, sampleRate: 22_050, good: 48_000 } },
  ]);
});

it.each<[string, Partial<VideoFacts>, boolean]>([
  ['as the card asks', {}, true],
  ['a key frame each 1.4 seconds', { keyFrameInterval: 1.4 }, true],
  // its segments would be longer than the playlists say
  ['a key frame each 2 seconds', { keyFrameInterval: 2 }, false],
  ['one key frame seen', { keyFrames: 1 }, false],
  ['a larger picture', { width: 1920, height: 1080 }, false],
  ['ten bits', { codecs: 'avc1.6e001f' }, false],
  ['another codec', { codecs: 'hvc1' }, false],
])('copies the picture or makes it anew: %s', (_name, odd, copied) => {
  expect(fitsForCopy({ ...VIDEO, ...odd })).toBe(copied);
});
