import { AStream, captionsTrack, pictureTrack, someTracks, soundTrack } from '../../../test/support/a-stream.js';
import { advance } from './advance.js';
import { openTimeline, type ChannelTimeline } from './channel.js';
import type { MediaTrack } from './source.js';

const SETTINGS = { tracks: someTracks(), targetDuration: 1, partTarget: 0.34, window: 30 };
const NINE = Date.UTC(2026, 9, 14, 9);

function channel(tracks: readonly MediaTrack[] = SETTINGS.tracks): ChannelTimeline {
  return openTimeline({ ...SETTINGS, tracks });
}

const next = (timeline: ChannelTimeline, streams: readonly AStream[], on: string | null): ChannelTimeline =>
  advance(timeline, new Map(streams.map((stream) => [stream.id, stream.window()])), on);

/** `1 a0`, `2 b7 discontinuity cut`: what is published, in order. */
const shown = ({ entries }: ChannelTimeline): string[] => entries.map(({ sequence, source, segment, discontinuity, cut }) =>
  [`${sequence} ${source}${segment.number}`, ...(discontinuity ? ['discontinuity'] : []), ...(cut === null ? [] : ['cut']), ...(segment.open ? ['open'] : [])].join(' '));

const partsOf = ({ entries }: ChannelTimeline, key: string): (number | undefined)[] => entries.map(({ segment }) => segment.tracks[key]?.parts.length);

describe('what a channel shows of one source', () => {
  it('follows it, part by part', () => {
    const a = new AStream('a').whole(1).part();
    const first = next(channel(), [a], 'a');
    expect(shown(first)).toEqual(['0 a0', '1 a1 open']);
    const second = next(first, [a.part()], 'a');
    expect(partsOf(second, 'video-720')).toEqual([3, 2]);
    expect(shown(next(second, [a.part().part()], 'a'))).toEqual(['0 a0', '1 a1', '2 a2 open']);
  });

  it('begins with three target durations, not with all that the source remembers', () => {
    expect(shown(next(channel(), [new AStream('a').whole(20)], 'a'))).toEqual(['0 a16', '1 a17', '2 a18', '3 a19']);
  });

  it('is the same value when nothing came', () => {
    const a = new AStream('a').whole(2).part();
    const timeline = next(channel(), [a], 'a');
    expect(next(timeline, [a], 'a')).toBe(timeline);
    expect(next(timeline, [], 'a')).toBe(timeline);
    expect(next(timeline, [a.part()], null)).toBe(timeline);
  });

  it('shows an open segment when each track has a part of it, and does not wait long for one that is late', () => {
    const a = new AStream('a').whole(1).part({ except: ['audio-fr'] });
    const waiting = next(channel(), [a], 'a');
    expect(shown(waiting)).toEqual(['0 a0']);
    const late = next(waiting, [a.part({ except: ['audio-fr'] })], 'a');
    expect(shown(late)).toEqual(['0 a0', '1 a1 discontinuity open']);
    expect(late.entries[1]!.from['audio-fr']!.key).toBe('audio-en');
  });

  it('says a restart and a jump of the source', () => {
    const a = new AStream('a').whole(1);
    a.restart();
    a.whole(1).skip();
    expect(shown(next(channel(), [a.whole(1)], 'a'))).toEqual(['0 a0', '1 a1 discontinuity', '2 a2 discontinuity']);
  });

  it('says a hole, where the source went on faster than it was looked at', () => {
    const a = new AStream('a', { keeps: 2 }).whole(2);
    const timeline = next(channel(), [a], 'a');
    expect(shown(next(timeline, [a.whole(5)], 'a'))).toEqual(['0 a0', '1 a1', '2 a5 discontinuity', '3 a6']);
  });

  it('leaves a segment where it is when the source forgot it', () => {
    const a = new AStream('a').whole(1).part();
    const timeline = next(channel(), [a], 'a');
    const again = new AStream('a', { keeps: 1 });
    again.whole(3);
    expect(shown(next(timeline, [again], 'a'))).toEqual(['0 a0', '1 a1 cut', '2 a2 discontinuity']);
  });

  it('does not take back what was published, whatever the source says now', () => {
    const a = new AStream('a').part().part();
    const timeline = next(channel(), [a], 'a');
    const other = new AStream('a').part();
    expect(shown(next(timeline, [other], 'a'))).toEqual(['0 a0 cut']);
    expect(partsOf(next(timeline, [other], 'a'), 'video-720')).toEqual([2]);
  });

  it('cuts what is longer than the target duration', () => {
    const a = new AStream('a').whole(1);
    for (let part = 0; part < 6; part += 1) a.part({ ends: 6 });
    const timeline = next(channel(), [a.whole(1)], 'a');
    expect(shown(timeline)).toEqual(['0 a0', '1 a1 cut', '2 a2 discontinuity']);
    expect(partsOf(timeline, 'audio-en')).toEqual([3, 4, 3]);
    expect(shown(next(channel(), [new AStream('b', { inParts: false }).segment(1).segment(1.6).segment(1)], 'b'))).toEqual(['0 b0', '1 b2 discontinuity']);
  });

  it('shows whole segments of a source whose parts are longer than was said', () => {
    const a = new AStream('a').part({ seconds: 0.5, ends: 2 });
    expect(shown(next(channel(), [a], 'a'))).toEqual([]);
    const timeline = next(channel(), [a.part({ seconds: 0.5, ends: 2 })], 'a');
    expect(shown(timeline)).toEqual(['0 a0']);
    expect(partsOf(timeline, 'video-720')).toEqual([0]);
  });

  it('forgets what is older than its window, and counts the discontinuities that leave', () => {
    const a = new AStream('a').whole(2);
    a.restart();
    let timeline = next(channel(), [a.whole(1)], 'a');
    const sequences = [];
    for (let more = 0; more < 34; more += 1) {
      timeline = next(timeline, [a.whole(1)], 'a');
      sequences.push([timeline.entries[0]!.sequence, timeline.discontinuitySequence]);
    }
    // 32 segments of 0.96 s are the fewest that last 30 s
    expect(timeline.entries).toHaveLength(32);
    expect(sequences.slice(-6)).toEqual([[0, 0], [1, 0], [2, 0], [3, 1], [4, 1], [5, 1]]);
  });
});

describe('turning to another source', () => {
  it('plays the segment of the other that holds the instant, from its start, and leaves the first with what was published', () => {
    const a = new AStream('a').whole(3).part();
    const b = new AStream('b', { startsAt: NINE + 300 }).whole(3);
    const before = next(channel(), [a, b], 'a');
    const after = next(before, [a, b.part()], 'b');
    expect(shown(after)).toEqual(['0 a0', '1 a1', '2 a2', '3 a3 cut', '4 b3 discontinuity open']);
    expect(after.entries[3]!.cut).toBe(NINE + 3 * 960 + 320);
    expect(shown(next(after, [a.part().part(), b.part()], 'b'))).toEqual(shown(after));
  });

  it('goes on where the first was left, however late that was noticed', () => {
    const a = new AStream('a', { inParts: false }).segment(1).segment(1);
    const b = new AStream('b').whole(2);
    const before = next(channel(), [a, b], 'a');
    expect(shown(next(before, [a, b.whole(2).part()], 'b')).slice(2)).toEqual(['2 b2 discontinuity', '3 b3', '4 b4 open']);
  });

  it('does not show again what was shown, however often it turns', () => {
    const a = new AStream('a').whole(1).part();
    const b = new AStream('b').whole(1).part();
    let timeline = next(channel(), [a, b], 'a');
    timeline = next(timeline, [a, b], 'b');
    expect(shown(timeline)).toEqual(['0 a0', '1 a1 cut', '2 b1 discontinuity open']);
    // a's open segment was shown: b stays until a has another
    timeline = next(timeline, [a.part(), b.part()], 'a');
    expect(shown(timeline)).toEqual(['0 a0', '1 a1 cut', '2 b1 discontinuity open']);
    expect(partsOf(timeline, 'video-720')).toEqual([3, 1, 2]);
    timeline = next(timeline, [a.part().part(), b.part().part()], 'a');
    expect(shown(timeline)).toEqual(['0 a0', '1 a1 cut', '2 b1 discontinuity', '3 a2 discontinuity open']);
  });

  it('stays where it is until the other has something to show', () => {
    const a = new AStream('a').whole(1);
    const b = new AStream('b');
    expect(shown(next(next(channel(), [a, b], 'a'), [a.whole(1), b], 'b'))).toEqual(['0 a0', '1 a1']);
  });

  it('starts with a source that lags behind at the newest that it has', () => {
    const a = new AStream('a').whole(9);
    const b = new AStream('b').whole(4);
    expect(shown(next(next(channel(), [a, b], 'a'), [a, b], 'b')).at(-1)).toBe('4 b3 discontinuity');
  });
});

describe('tracks that a source lacks', () => {
  const wanted = [...someTracks(), captionsTrack('en')];
  const used = ({ entries }: ChannelTimeline): Record<string, string | null> =>
    Object.fromEntries(Object.entries(entries.at(-1)!.from).map(([key, track]) => [key, track?.key ?? null]));

  it('are stood in for: the picture that costs no more, the floor for a language', () => {
    const a = new AStream('a', { tracks: [pictureTrack(540, 1_000_000), pictureTrack(240, 300_000), soundTrack('it'), soundTrack('de', true)] }).whole(1);
    expect(used(next(channel(wanted), [a], 'a'))).toEqual({
      'video-720': 'video-540', 'video-360': 'video-240', 'audio-en': 'audio-de', 'audio-fr': 'audio-de', 'audio-only': 'audio-de', 'captions-en': null,
    });
  });

  it('are taken from the same language under another name', () => {
    const a = new AStream('a', { tracks: [pictureTrack(720, 9_000_000), soundTrack('de', true), { ...soundTrack('fr'), key: 'audio-french' }] }).whole(1);
    expect(used(next(channel(wanted), [a], 'a'))).toEqual({
      'video-720': 'video-720', 'video-360': 'video-720', 'audio-en': 'audio-de', 'audio-fr': 'audio-french', 'audio-only': 'audio-de', 'captions-en': null,
    });
  });

  it('change with a discontinuity when one goes silent and comes back, in all tracks at once', () => {
    const a = new AStream('a').whole(1);
    a.silence('audio-fr');
    a.whole(2).silence('audio-fr', false);
    const timeline = next(channel(), [a.whole(1)], 'a');
    expect(shown(timeline)).toEqual(['0 a0', '1 a1 discontinuity', '2 a2', '3 a3 discontinuity']);
    expect(timeline.entries.map(({ from }) => from['audio-fr']!.key)).toEqual(['audio-fr', 'audio-en', 'audio-en', 'audio-fr']);
  });

  it('hold nothing up: captions that nobody wrote', () => {
    const a = new AStream('a', { tracks: wanted }).whole(1);
    a.silence('captions-en');
    expect(shown(next(channel(wanted), [a.whole(1)], 'a'))).toEqual(['0 a0', '1 a1']);
  });
});
