import fc from 'fast-check';
import { readPlaylist } from './read-playlist.js';

const AT = 'https://origin.example.org/hall/index.m3u8?session=1';
const media = (...lines: string[]): string => ['#EXTM3U', '#EXT-X-TARGETDURATION:2', ...lines].join('\n');
const segment = { url: 'https://origin.example.org/hall/1.ts', range: null, duration: 2, discontinuity: false, startsAt: null, init: null };

describe('a media playlist of somebody else', () => {
  it('is read with its times, ranges and init segments', () => {
    const text = media(
      '#EXT-X-MEDIA-SEQUENCE:7', '#EXT-X-MAP:URI="init.mp4",BYTERANGE="700@0"', '#EXT-X-PROGRAM-DATE-TIME:2026-10-14T09:00:00.500Z',
      '#EXT-X-BYTERANGE:1000@700', '#EXTINF:2.0,a title, with a comma', 'all.mp4', '#EXT-X-BYTERANGE:900', '#EXTINF:1.92,', 'all.mp4',
      '#EXT-X-DISCONTINUITY', '#EXTINF:2', '//cdn.example.org/next.m4s#part', '#EXT-X-ENDLIST', '');
    const init = { url: 'https://origin.example.org/hall/init.mp4', range: { offset: 0, length: 700 } };
    expect(readPlaylist(text.replaceAll('\n', '\r\n'), AT)).toEqual({
      kind: 'media', targetDuration: 2, ended: true, segments: [
        { sequence: 7, url: 'https://origin.example.org/hall/all.mp4', range: { offset: 700, length: 1000 }, duration: 2, discontinuity: false, startsAt: Date.UTC(2026, 9, 14, 9, 0, 0, 500), init },
        { sequence: 8, url: 'https://origin.example.org/hall/all.mp4', range: { offset: 1700, length: 900 }, duration: 1.92, discontinuity: false, startsAt: null, init },
        { sequence: 9, url: 'https://cdn.example.org/next.m4s', range: null, duration: 2, discontinuity: true, startsAt: null, init },
      ],
    });
  });

  it('loses what cannot be played, and says that something is missing there', () => {
    const text = media('#EXT-X-GAP', '#EXTINF:2,', '0.ts', '#EXTINF:2,', '1.ts', '#EXTINF:-3,', '2.ts', '#EXTINF:1e9,', '3.ts', '4.ts', '#EXTINF:2,', '1.ts');
    expect(readPlaylist(text, AT)).toEqual({
      kind: 'media', targetDuration: 2, ended: false, segments: [{ ...segment, sequence: 1, discontinuity: true }, { ...segment, sequence: 5, discontinuity: true }],
    });
  });

  it('names no address that we would not ask', () => {
    const uris = ['file:///etc/passwd', 'data:video/mp4;base64,AAAA', 'https://user:secret@origin.example.org/1.ts', 'javascript:alert(1)', 'http://[', `/${'a'.repeat(5_000)}`];
    const text = media(...uris.flatMap((uri) => ['#EXTINF:2,', uri]), '#EXTINF:2,', '/hall/1.ts');
    expect(readPlaylist(text, AT)).toEqual({ kind: 'media', targetDuration: 2, ended: false, segments: [{ ...segment, sequence: 6, discontinuity: true }] });
  });

  it('is kept to its newest segments', () => {
    const text = media(...Array.from({ length: 5_000 }, (_none, index) => `#EXTINF:2,\n${index}.ts`));
    const playlist = readPlaylist(text, AT);
    expect(playlist.kind === 'media' && playlist.segments.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 200 }, (_none, index) => 4_800 + index));
  });
});

describe('a multivariant playlist of somebody else', () => {
  it('is read with its renditions', () => {
    const text = ['\uFEFF#EXTM3U', '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="Floor, room",LANGUAGE="de",DEFAULT=YES,URI="de.m3u8"',
      '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="In the picture"', '#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="s",NAME="English",LANGUAGE="en",URI="en.m3u8"', '#EXT-X-MEDIA:TYPE=VIDEO,GROUP-ID="v"',
      '#EXT-X-STREAM-INF:BANDWIDTH=2500000,CODECS="avc1.4d401f,mp4a.40.2",RESOLUTION=1280x720,FRAME-RATE=25.000,AUDIO="a",SUBTITLES="s"', 'large.m3u8',
      '#EXT-X-STREAM-INF:BANDWIDTH=much,RESOLUTION=x', 'http://other.example.org/small.m3u8'].join('\n');
    expect(readPlaylist(text, AT)).toEqual({
      kind: 'multivariant',
      variants: [
        { url: 'https://origin.example.org/hall/large.m3u8', bandwidth: 2_500_000, codecs: 'avc1.4d401f,mp4a.40.2', width: 1280, height: 720, frameRate: 25, audio: 'a', captions: 's' },
        { url: 'http://other.example.org/small.m3u8', bandwidth: null, codecs: null, width: null, height: null, frameRate: null, audio: null, captions: null },
      ],
      renditions: [
        { kind: 'audio', group: 'a', name: 'Floor, room', language: 'de', isDefault: true, url: 'https://origin.example.org/hall/de.m3u8' },
        { kind: 'audio', group: 'a', name: 'In the picture', language: null, isDefault: false, url: null },
        { kind: 'captions', group: 's', name: 'English', language: 'en', isDefault: false, url: 'https://origin.example.org/hall/en.m3u8' },
      ],
    });
  });
});

describe('what is refused', () => {
  it.each([
    ['a page', '<html>#EXTM3U</html>', 'not-a-playlist'],
    ['nothing', '', 'not-a-playlist'],
    ['a file that is too large', `#EXTM3U\n${'#\n'.repeat(1_000_001)}`, 'too-large'],
    ['what is encrypted', media('#EXT-X-KEY:METHOD=AES-128,URI="key"', '#EXTINF:2,', '1.ts'), 'encrypted'],
    ['a playlist of nothing', '#EXTM3U\n#EXT-X-VERSION:3', 'empty'],
  ])('%s', (_what, text, reason) => {
    expect(readPlaylist(text, AT)).toEqual({ kind: 'refused', reason });
  });

  it('is not what has no encryption', () => {
    expect(readPlaylist(media('#EXT-X-KEY:METHOD=NONE', '#EXTINF:2,', '1.ts'), AT).kind).toBe('media');
  });
});

describe('any text', () => {
  const pieces = fc.constantFrom('#EXTM3U', '#EXTINF:', '#EXT-X-STREAM-INF:', '#EXT-X-MEDIA:', '#EXT-X-MAP:', '#EXT-X-BYTERANGE:', '#EXT-X-KEY:', 'URI=', '"', ',', '=', ':', '@', '\n', '\r', ' ', '9'.repeat(30), '-1', 'a.ts', 'http://');
  it('is read or refused, and what comes out can be used', () => {
    fc.assert(fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 80 }), (parts) => {
      const playlist = readPlaylist(`#EXTM3U\n#EXT-X-TARGETDURATION:2\n${parts.join('')}`, AT);
      if (playlist.kind !== 'media') return;
      for (const { url, duration, range, sequence } of playlist.segments) {
        expect([new URL(url).protocol.startsWith('http'), duration > 0, duration <= 60, Number.isSafeInteger(sequence), range === null || range.length > 0]).toEqual([true, true, true, true, true]);
      }
    }));
  });

  it('of a line without an end takes no longer than its length', () => {
    const text = media(`#EXT-X-MAP:${'A="'.repeat(600_000)}`, '#EXTINF:2,', '1.ts');
    expect(readPlaylist(text, AT)).toEqual({ kind: 'media', targetDuration: 2, ended: false, segments: [{ ...segment, sequence: 0 }] });
  });
});
