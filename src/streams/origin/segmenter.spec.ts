import fc from 'fast-check';
import { boxesIn } from './boxes.js';
import { readFragment, type Sample } from './fragments.js';
import { ProgrammeClock } from './programme-clock.js';
import { Segmenter } from './segmenter.js';

const NO_DEFAULTS = { duration: 0, size: 0, flags: 0 };
const VIDEO = { key: 'video', kind: 'video' as const, timescale: 25, trackId: 1 };
const SMALL = { key: 'small', kind: 'video' as const, timescale: 12_800, trackId: 1 };
const SOUND = { key: 'sound', kind: 'audio' as const, timescale: 48_000, trackId: 1 };

interface Made {
  begins: number;
  closed: boolean;
  tracks: Record<string, Sample[]>;
}

function cut(tracks: ConstructorParameters<typeof Segmenter>[0], incoming: readonly { key: string; sample: Sample }[]): Made[] {
  const made: Made[] = [];
  const segmenter = new Segmenter(tracks, {
    open: (begins) => made.push({ begins, closed: false, tracks: {} }),
    part: (key, { bytes }) => {
      const [moof, mdat] = [...boxesIn(bytes)].map(({ start, end }) => bytes.subarray(start, end));
      (made.at(-1)!.tracks[key] ??= []).push(...readFragment(moof!, mdat!, () => NO_DEFAULTS)[0]!.samples);
    },
    close: () => (made.at(-1)!.closed = true),
  });
  for (const { key, sample } of incoming) segmenter.push(key, sample);
  return made;
}

const frame = (decodeTime: number, key: boolean): Sample => ({ decodeTime, duration: 1, offset: 0, key, bytes: Buffer.from([decodeTime % 256]) });
const video = (frames: number, gop: number) => Array.from({ length: frames }, (_, at) => ({ key: 'video', sample: frame(at, at % gop === 0) }));
const small = (frames: number, gop: number) => Array.from({ length: frames }, (_, at) => ({ key: 'small', sample: { ...frame(at * 512, at % gop === 0), duration: 512 } }));
const sound = (packets: number) => Array.from({ length: packets }, (_, at) => ({ key: 'sound', sample: { decodeTime: at * 1024, duration: 1024, offset: 0, key: true, bytes: Buffer.from([at % 256]) } }));

/** Tracks as they arrive from several pipes: each in order, one before the other or after by a few. */
const interleaved = (tracks: readonly (readonly { key: string; sample: Sample }[])[]) => {
  const seconds = ({ key, sample }: { key: string; sample: Sample }): number => sample.decodeTime / (key === 'video' ? 25 : key === 'small' ? 12_800 : 48_000);
  return fc.tuple(...tracks.map(() => fc.double({ min: 0, max: 0.4, noNaN: true }))).map((delays) =>
    tracks.flatMap((track, index) => track.map((one) => ({ ...one, at: seconds(one) + delays[index]! }))).sort((a, b) => a.at - b.at));
};

it('cuts all tracks at the same instants, and loses and repeats nothing, however they arrive', () => {
  const all = interleaved([video(130, 25), small(130, 25), sound(240)]);
  fc.assert(fc.property(all, (incoming) => {
    const whole = cut([VIDEO, SMALL, SOUND], incoming).filter(({ closed }) => closed);
    expect(whole.length).toBeGreaterThanOrEqual(4);
    whole.forEach(({ begins, tracks }, index) => {
      expect(begins).toBe(index);
      expect(tracks['video']!.map(({ decodeTime }) => decodeTime)).toEqual(Array.from({ length: 25 }, (_, at) => index * 25 + at));
      expect(tracks['small']!.map(({ decodeTime }) => decodeTime)).toEqual(Array.from({ length: 25 }, (_, at) => (index * 25 + at) * 512));
      const first = Math.ceil((index * 48_000) / 1024);
      const next = Math.ceil(((index + 1) * 48_000) / 1024);
      expect(tracks['sound']!.map(({ decodeTime }) => decodeTime)).toEqual(Array.from({ length: next - first }, (_, at) => (first + at) * 1024));
    });
  }), { numRuns: 60 });
});

it.each([
  ['each second', 25, [25, 25, 25]],
  ['each half second', 13, [26, 26, 26]],
  ['each 1.4 seconds', 35, [35, 35]],
  ['each two seconds', 50, [35, 35]],
  ['never', 1_000, [35, 35]],
])('with key frames %s, segments are of so many frames', (_name, gop, lengths) => {
  const whole = cut([VIDEO], video(125, gop)).filter(({ closed }) => closed);
  expect(whole.slice(0, lengths.length).map(({ tracks }) => tracks['video']!.length)).toEqual(lengths);
});

it('does not wait for a track that stays away', () => {
  const made = cut([VIDEO, SOUND], [...sound(30), ...video(100, 25)]);
  const lengths = made.map(({ closed, tracks }) => [closed, tracks['video']?.length ?? 0, tracks['sound']?.length ?? 0]);
  expect(lengths).toEqual([[true, 25, 30], [true, 25, 0], [true, 25, 0], [false, 18, 0]]);
});

it('cuts sound alone each second', () => {
  const whole = cut([SOUND], sound(150)).filter(({ closed }) => closed);
  expect(whole.map(({ tracks }) => tracks['sound']!.length)).toEqual([43, 43, 43]);
});

describe('the programme clock', () => {
  it('takes the least delay, whatever came late', () => {
    const clock = new ProgrammeClock();
    for (const [media, arrival] of [[0.04, 1_000_300], [0.08, 1_000_190], [0.12, 1_000_400], [0.16, 1_000_250]] as const) clock.saw(media, arrival);
    expect(clock.startOf(0)).toBe(1_000_090);
  });

  it('waits until a first burst is over', () => {
    const clock = new ProgrammeClock();
    const settled: boolean[] = [];
    // a second of media at once, then as it is made
    for (let frame = 1; frame <= 25; frame += 1) clock.saw(frame / 25, 1_001_000 + frame);
    settled.push(clock.isSettled(1_001_026));
    for (let frame = 26; frame <= 40; frame += 1) clock.saw(frame / 25, 1_000_000 + frame * 40);
    settled.push(clock.isSettled(1_001_600));
    expect(settled).toEqual([false, true]);
    expect(clock.startOf(0)).toBe(1_000_000);
  });

  it('follows a clock that drifts, a little each segment', () => {
    const clock = new ProgrammeClock();
    clock.saw(0, 1_000_000);
    expect(clock.startOf(0)).toBe(1_000_000);
    // the venue's clock is slow by a whole second within a minute
    for (let second = 1; second <= 60; second += 1) clock.saw(second, 1_000_000 + second * 1_017);
    expect(clock.startOf(60)).toBe(1_060_005);
  });
});
