import { chooseLanes } from './choose-lanes.js';
import { readPlaylist } from './read-playlist.js';

const AT = 'https://origin.example.org/live/main.m3u8';

function chosen(...lines: string[]) {
  const playlist = readPlaylist(['#EXTM3U', ...lines].join('\n'), AT);
  if (playlist.kind === 'refused') throw new Error(playlist.reason);
  return chooseLanes(playlist, AT);
}

const variant = (name: string, attributes: string): string => `#EXT-X-STREAM-INF:BANDWIDTH=1000000,${attributes}\n${name}.m3u8`;
const sound = (language: string, more: string): string => `#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="sound",NAME="${language}",LANGUAGE="${language}"${more}`;
const urlOf = (name: string): string => `https://origin.example.org/live/${name}.m3u8`;

describe('the picture of a playlist of several', () => {
  it.each<[string, string[], string]>([
    ['is the largest up to 720 lines', [variant('a', 'RESOLUTION=640x360'), variant('b', 'RESOLUTION=1280x720'), variant('c', 'RESOLUTION=1920x1080')], 'b'],
    ['is the smallest where all are larger', [variant('a', 'RESOLUTION=3840x2160'), variant('b', 'RESOLUTION=1920x1080')], 'b'],
    ['is H.264 where there is one', [variant('a', 'RESOLUTION=1280x720,CODECS="hvc1.1"'), variant('b', 'RESOLUTION=640x360,CODECS="avc1.4d401f"')], 'b'],
    ['is no sound', [variant('a', 'CODECS="mp4a.40.2"'), variant('b', 'RESOLUTION=640x360,CODECS="avc1.4d401f,mp4a.40.2"')], 'b'],
    ['is sound where there is nothing else', [variant('a', 'CODECS="mp4a.40.2"')], 'a'],
  ])('%s', (_name, lines, name) => {
    expect(chosen(...lines)).toEqual({ picture: { url: urlOf(name), language: null }, sounds: [], soundWithin: true });
  });
});

describe('its languages', () => {
  it('are those of its group, the default first', () => {
    expect(chosen(sound('fa', ',URI="fa.m3u8"'), sound('en', ',DEFAULT=YES,URI="en.m3u8"'), variant('a', 'RESOLUTION=1280x720,AUDIO="sound"'))).toEqual({
      picture: { url: urlOf('a'), language: null }, sounds: [{ url: urlOf('en'), language: 'en' }, { url: urlOf('fa'), language: 'fa' }], soundWithin: false,
    });
  });

  it('come beside the sound that the picture brings', () => {
    expect(chosen(sound('en', ',DEFAULT=YES'), sound('fa', ',URI="fa.m3u8"'), variant('a', 'RESOLUTION=1280x720,AUDIO="sound"'))).toMatchObject({ sounds: [{ language: 'fa' }], soundWithin: true });
  });
});

it('is the playlist itself where that has segments', () => {
  expect(chosen('#EXT-X-TARGETDURATION:4', '#EXTINF:4,', '1.ts')).toEqual({ picture: { url: AT, language: null }, sounds: [], soundWithin: true });
});
