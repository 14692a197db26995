import * as HLS from 'hls-parser';
import { Parser } from 'm3u8-parser';
import { AStream, captionsTrack, pictureTrack, someTracks, soundTrack } from '../../../test/support/a-stream.js';
import { advance } from './advance.js';
import { openTimeline, type ChannelTimeline } from './channel.js';
import type { MediaTrack } from './source.js';
import { writeMediaPlaylist, type PlaylistForm } from './write-media-playlist.js';
import { writeMultivariantPlaylist } from './write-multivariant-playlist.js';
import { writeRecordingPlaylist } from './write-recording-playlist.js';

const TRACKS = [...someTracks(), captionsTrack('en')];
const [PICTURE, , FLOOR, FRENCH] = TRACKS as [MediaTrack, MediaTrack, MediaTrack, MediaTrack];
const SETTINGS = { tracks: TRACKS, targetDuration: 1, partTarget: 0.34, window: 30 };
const NINE = Date.UTC(2026, 9, 14, 9);

const next = (timeline: ChannelTimeline, streams: readonly AStream[], on: string): ChannelTimeline =>
  advance(timeline, new Map(streams.map((stream) => [stream.id, stream.window()])), on);

/** What an independent parser makes of it; it throws at what the RFC forbids, the other collects it. */
function parsed(text: string): HLS.types.MediaPlaylist {
  HLS.setOptions({ strictMode: true, silent: true });
  const playlist = HLS.parse(text) as HLS.types.MediaPlaylist;
  const other = new Parser();
  const warnings: string[] = [];
  other.on('warn', ({ message }: { message: string }) => warnings.push(message));
  other.push(text);
  other.end();
  const theirs = other.manifest as unknown as { segments: { duration?: number; uri?: string }[]; mediaSequence: number; discontinuitySequence: number };
  expect(warnings).toEqual([]);
  expect(theirs.mediaSequence).toBe(playlist.mediaSequenceBase);
  if (playlist.skip === 0) expect(theirs.segments.filter(({ uri }) => uri !== undefined)).toHaveLength(playlist.segments.filter(({ uri }) => uri !== '').length);
  return playlist;
}

describe('the live playlist of a track', () => {
  const a = new AStream('a', { tracks: TRACKS }).whole(2).part();
  const b = new AStream('b', { tracks: [pictureTrack(720, 2_000_000), soundTrack('de', true)], startsAt: NINE + 960 }).whole(1).part();
  const timeline = next(next(openTimeline(SETTINGS, { sequence: 50, discontinuitySequence: 3 }), [a, b], 'a'), [a, b], 'b');

  it('says in low latency where it was spliced, which parts there are and which comes next', () => {
    expect(writeMediaPlaylist(timeline, FRENCH, 'low-latency')).toBe(`#EXTM3U
#EXT-X-VERSION:9
#EXT-X-TARGETDURATION:1
#EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,CAN-SKIP-UNTIL=6,HOLD-BACK=3,PART-HOLD-BACK=1.02
#EXT-X-PART-INF:PART-TARGET=0.34
#EXT-X-INDEPENDENT-SEGMENTS
#EXT-X-MEDIA-SEQUENCE:50
#EXT-X-DISCONTINUITY-SEQUENCE:3
#EXT-X-MAP:URI="/streams/media/a-g0-audio-fr.init.mp4"
#EXT-X-PROGRAM-DATE-TIME:2026-10-14T09:00:00.000Z
#EXTINF:0.96,
/streams/media/a-0-audio-fr.m4s
#EXT-X-PROGRAM-DATE-TIME:2026-10-14T09:00:00.960Z
#EXT-X-PART:DURATION=0.32,INDEPENDENT=YES,URI="/streams/media/a-1-audio-fr.0.m4s"
#EXT-X-PART:DURATION=0.32,INDEPENDENT=YES,URI="/streams/media/a-1-audio-fr.1.m4s"
#EXT-X-PART:DURATION=0.32,INDEPENDENT=YES,URI="/streams/media/a-1-audio-fr.2.m4s"
#EXTINF:0.96,
/streams/media/a-1-audio-fr.m4s
#EXT-X-PROGRAM-DATE-TIME:2026-10-14T09:00:01.920Z
#EXT-X-PART:DURATION=0.32,INDEPENDENT=YES,URI="/streams/media/a-2-audio-fr.0.m4s"
#EXTINF:0.32,
/streams/media/a-2-audio-fr.first1.m4s
#EXT-X-DISCONTINUITY
#EXT-X-MAP:URI="/streams/media/b-g0-audio-de.init.mp4"
#EXT-X-PROGRAM-DATE-TIME:2026-10-14T09:00:01.920Z
#EXT-X-PART:DURATION=0.32,INDEPENDENT=YES,URI="/streams/media/b-1-audio-de.0.m4s"
#EXT-X-PRELOAD-HINT:TYPE=PART,URI="/streams/media/b-1-audio-de.1.m4s"
#EXT-X-RENDITION-REPORT:URI="video-720.m3u8",LAST-MSN=53,LAST-PART=0
#EXT-X-RENDITION-REPORT:URI="video-360.m3u8",LAST-MSN=53,LAST-PART=0
#EXT-X-RENDITION-REPORT:URI="audio-en.m3u8",LAST-MSN=53,LAST-PART=0
#EXT-X-RENDITION-REPORT:URI="audio-only.m3u8",LAST-MSN=53,LAST-PART=0
`);
  });

  it('tells of a short part with the end of its segment, which other tracks are awaited for', () => {
    const stream = new AStream('a', { tracks: TRACKS }).whole(2).part().part().part({ seconds: 0.2, ends: 9 });
    const told = (): number[] => parsed(writeMediaPlaylist(next(openTimeline(SETTINGS), [stream], 'a'), PICTURE, 'low-latency')).segments.at(-1)!.parts.map(({ duration }) => duration ?? 0);
    // the hint is the one that has no duration
    expect(told()).toEqual([0.32, 0.32, 0]);
    stream.end();
    stream.part();
    expect(writeMediaPlaylist(next(openTimeline(SETTINGS), [stream], 'a'), PICTURE, 'low-latency')).toContain('DURATION=0.2,');
  });

  it('has whole segments only in the plain form', () => {
    expect(writeMediaPlaylist(timeline, PICTURE, 'plain')).toBe(`#EXTM3U
#EXT-X-VERSION:7
#EXT-X-TARGETDURATION:1
#EXT-X-INDEPENDENT-SEGMENTS
#EXT-X-MEDIA-SEQUENCE:50
#EXT-X-DISCONTINUITY-SEQUENCE:3
#EXT-X-MAP:URI="/streams/media/a-g0-video-720.init.mp4"
#EXT-X-PROGRAM-DATE-TIME:2026-10-14T09:00:00.000Z
#EXTINF:0.96,
/streams/media/a-0-video-720.m4s
#EXT-X-PROGRAM-DATE-TIME:2026-10-14T09:00:00.960Z
#EXTINF:0.96,
/streams/media/a-1-video-720.m4s
#EXT-X-PROGRAM-DATE-TIME:2026-10-14T09:00:01.920Z
#EXTINF:0.32,
/streams/media/a-2-video-720.first1.m4s
`);
  });

  it('shows blank captions where a source brings none, without an init segment', () => {
    expect(writeMediaPlaylist(next(timeline, [b.part().part()], 'b'), TRACKS.at(-1)!, 'plain').split('\n').slice(6)).toEqual([
      '#EXT-X-PROGRAM-DATE-TIME:2026-10-14T09:00:00.000Z', '#EXTINF:0.96,', '/streams/media/a-0-captions-en.vtt',
      '#EXT-X-PROGRAM-DATE-TIME:2026-10-14T09:00:00.960Z', '#EXTINF:0.96,', '/streams/media/a-1-captions-en.vtt',
      '#EXT-X-PROGRAM-DATE-TIME:2026-10-14T09:00:01.920Z', '#EXTINF:0.32,', '/streams/media/blank.vtt',
      '#EXT-X-DISCONTINUITY', '#EXT-X-PROGRAM-DATE-TIME:2026-10-14T09:00:01.920Z', '#EXTINF:0.96,', '/streams/media/blank.vtt', '',
    ]);
  });

  it('says a gap where there is no sound at all', () => {
    const silent = new AStream('c', { tracks: [pictureTrack(720, 2_000_000)] }).whole(1);
    const text = writeMediaPlaylist(next(openTimeline(SETTINGS), [silent], 'c'), FLOOR, 'low-latency');
    expect(text.split('\n').slice(7, 11)).toEqual(['#EXT-X-PROGRAM-DATE-TIME:2026-10-14T09:00:00.000Z', '#EXT-X-GAP', '#EXTINF:0.96,', '/streams/media/blank.m4s']);
  });

  it('leaves out what a player has, when it asks for the changes only', () => {
    const stream = new AStream('a').whole(1);
    let whole = next(openTimeline(SETTINGS), [stream], 'a');
    for (let count = 0; count < 9; count += 1) whole = next(whole, [stream.whole(1)], 'a');
    const full = parsed(writeMediaPlaylist(whole, PICTURE, 'low-latency'));
    const changes = parsed(writeMediaPlaylist(whole, PICTURE, 'changes-only'));
    // 6 s are 6 segments of 0.96 s and a piece of a seventh
    expect(changes.skip).toBe(3);
    expect(changes.segments.map(({ uri }) => uri)).toEqual(full.segments.slice(3).map(({ uri }) => uri));
    expect(changes.segments[0]!.map.uri).toBe('/streams/media/a-g0-video-720.init.mp4');
  });

  it('promises no parts while the source comes in whole segments', () => {
    const whole = new AStream('a', { inParts: false }).segment().segment();
    expect(writeMediaPlaylist(next(openTimeline(SETTINGS), [whole], 'a'), PICTURE, 'low-latency')).not.toMatch(/PART/);
  });
});

describe('ten minutes with failovers', () => {
  it('give playlists that two independent parsers accept, which agree with each other and go on from one another', () => {
    const primary = new AStream('primary', { tracks: TRACKS });
    const backup = new AStream('backup', { tracks: TRACKS.slice(0, 4) });
    const slate = new AStream('slate', { tracks: [pictureTrack(360, 200_000), soundTrack('en', true)] });
    let timeline = openTimeline(SETTINGS, { sequence: 1_000, discontinuitySequence: 10 });
    const before = new Map<string, { sequence: number; uris: Map<number, string>; discontinuities: Map<number, number> }>();
    let turns = 0;
    // a part each 0.32 s; the primary is away twice, the backup once with it
    for (let step = 0; step < 600 / 0.32; step += 1) {
      const second = step * 0.32;
      const primaryAway = (second > 60 && second < 100) || (second > 300 && second < 420);
      const backupAway = second > 350 && second < 380;
      if (primaryAway) primary.pauseUntil(slate.clock + 320);
      else primary.part();
      if (backupAway) backup.pauseUntil(slate.clock + 320);
      else backup.part();
      slate.part();
      if (step % 400 === 399) primary.restart();
      const on = !primaryAway ? 'primary' : !backupAway ? 'backup' : 'slate';
      const last = timeline.entries.at(-1)?.source;
      timeline = next(timeline, [primary, backup, slate], on);
      const turned = timeline.entries.at(-1)!.source !== last;
      if (turned) turns += 1;
      if (turned || step % 25 === 0) for (const track of TRACKS) for (const form of ['low-latency', 'changes-only', 'plain'] as const) check(track, form);
    }
    // to the primary, the backup, back, backup, slate, backup, primary
    expect(turns).toBe(7);

    function check(track: MediaTrack, form: PlaylistForm): void {
      const playlist = parsed(writeMediaPlaylist(timeline, track, form));
      const segments = playlist.segments.filter(({ uri }) => uri !== '');
      const first = playlist.mediaSequenceBase! + playlist.skip;
      const uris = new Map(segments.map(({ uri }, index) => [first + index, uri]));
      let discontinuity = playlist.discontinuitySequenceBase!;
      const discontinuities = new Map<number, number>();
      for (const [index, segment] of segments.entries()) {
        if (segment.discontinuity) discontinuity += 1;
        discontinuities.set(first + index, discontinuity);
      }
      const earlier = before.get(`${track.key} ${form}`);
      if (earlier !== undefined) {
        expect(playlist.mediaSequenceBase!).toBeGreaterThanOrEqual(earlier.sequence);
        expect([...uris].filter(([sequence, uri]) => uri !== (earlier.uris.get(sequence) ?? uri))).toEqual([]);
        if (form !== 'changes-only') expect([...discontinuities].filter(([sequence, number]) => number !== (earlier.discontinuities.get(sequence) ?? number))).toEqual([]);
      }
      before.set(`${track.key} ${form}`, { sequence: playlist.mediaSequenceBase!, uris, discontinuities });
    }
  });
});

describe('the playlist that a player opens first', () => {
  it('names pictures from the best down, the floor first, languages and captions; those who only listen go elsewhere', () => {
    const text = writeMultivariantPlaylist([FRENCH, ...TRACKS.filter(({ key }) => key !== 'audio-fr')]);
    expect(text).toBe(`#EXTM3U
#EXT-X-VERSION:7
#EXT-X-INDEPENDENT-SEGMENTS
#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="audio",NAME="en",LANGUAGE="en",DEFAULT=YES,AUTOSELECT=YES,URI="audio-en.m3u8"
#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="audio",NAME="fr",LANGUAGE="fr",DEFAULT=NO,AUTOSELECT=YES,URI="audio-fr.m3u8"
#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="captions",NAME="en",LANGUAGE="en",DEFAULT=NO,AUTOSELECT=YES,URI="captions-en.m3u8"
#EXT-X-STREAM-INF:BANDWIDTH=2564000,CODECS="avc1.64001f,mp4a.40.2",RESOLUTION=1280x720,FRAME-RATE=25.000,AUDIO="audio",SUBTITLES="captions",CLOSED-CAPTIONS=NONE
video-720.m3u8
#EXT-X-STREAM-INF:BANDWIDTH=764000,CODECS="avc1.64001f,mp4a.40.2",RESOLUTION=640x360,FRAME-RATE=25.000,AUDIO="audio",SUBTITLES="captions",CLOSED-CAPTIONS=NONE
video-360.m3u8
`);
    const playlist = HLS.parse(text) as HLS.types.MasterPlaylist;
    expect(playlist.variants.map(({ uri, audio }) => [uri, audio.map(({ name, isDefault }) => [name, isDefault])]))
      .toEqual(['video-720.m3u8', 'video-360.m3u8'].map((uri) => [uri, [['en', true], ['fr', false]]]));
  });

  it('cannot be ended by a name', () => {
    const text = writeMultivariantPlaylist([PICTURE, { ...FLOOR, name: 'Hall "A"\n#EXT-X-ENDLIST' }]);
    expect(text).toContain('NAME="Hall ’A’ #EXT-X-ENDLIST",');
    expect(text.split('\n')).toHaveLength(7);
  });

  it('offers the floor alone where there is no picture', () => {
    expect(writeMultivariantPlaylist([FLOOR]).split('\n').slice(-3)).toEqual(
      ['#EXT-X-STREAM-INF:BANDWIDTH=64000,CODECS="mp4a.40.2",AUDIO="audio",CLOSED-CAPTIONS=NONE', 'audio-en.m3u8', '']);
  });
});

describe('the playlist of a recording', () => {
  it('has an end, and says where it was spliced', () => {
    const text = writeRecordingPlaylist([
      { uri: '1.m4s', init: 'a.mp4', startsAt: NINE, duration: 0.96, discontinuity: true },
      { uri: '2.m4s', init: 'a.mp4', startsAt: NINE + 960, duration: 0.96, discontinuity: false },
      { uri: '3.m4s', init: 'b.mp4', startsAt: NINE + 1_920, duration: 1.6, discontinuity: true },
    ]);
    const playlist = parsed(text);
    expect([playlist.endlist, playlist.playlistType, playlist.targetDuration]).toEqual([true, 'VOD', 2]);
    expect(playlist.segments.map(({ uri, map, discontinuity, programDateTime }) => [uri, map?.uri, discontinuity === true, programDateTime])).toEqual([
      ['1.m4s', 'a.mp4', false, new Date(NINE)], ['2.m4s', 'a.mp4', false, new Date(NINE + 960)], ['3.m4s', 'b.mp4', true, new Date(NINE + 1_920)],
    ]);
  });
});
