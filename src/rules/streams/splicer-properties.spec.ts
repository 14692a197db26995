import fc from 'fast-check';
import { AStream, captionsTrack, pictureTrack, someTracks, soundTrack } from '../../../test/support/a-stream.js';
import { advance } from './advance.js';
import { openTimeline, type ChannelEntry, type ChannelTimeline } from './channel.js';
import type { SourceSegment, TrackKey } from './source.js';
import { trackItems, type TrackItem } from './track-view.js';

const TRACKS = [...someTracks(), captionsTrack('en')];
const SETTINGS = { tracks: TRACKS, targetDuration: 1, partTarget: 0.34, window: 6 };
const IDS = ['primary', 'backup', 'elsewhere', 'slate'] as const;

/** A source like another, one that speaks other languages, one in whole segments, one with a floor and a picture only. */
const streams = (): AStream[] => [
  new AStream('primary', { tracks: TRACKS }),
  new AStream('backup', { tracks: [pictureTrack(720, 2_500_000), soundTrack('de', true), soundTrack('fr')] }),
  new AStream('elsewhere', { inParts: false }),
  new AStream('slate', { tracks: [pictureTrack(360, 300_000), soundTrack('en', true)], keeps: 8 }),
];

/** What happens to one of the sources, or which of them is decided for; the splicer looks after it, or not yet. */
type Event = { source: number; looks: boolean } & (
  | { what: 'part'; late: TrackKey[] }
  | { what: 'segments' | 'too-long' | 'restart' | 'skip' | 'end' | 'pause' | 'on' | 'off' }
  | { what: 'silence'; track: TrackKey; silent: boolean }
);

const source = fc.nat({ max: IDS.length - 1 });
const some = fc.constantFrom('video-360', 'audio-fr', 'audio-only', 'captions-en');
const anEvent: fc.Arbitrary<Event> = fc.oneof(
  { weight: 30, arbitrary: fc.record({ what: fc.constant('part' as const), source, looks: fc.boolean(), late: fc.array(some, { maxLength: 1 }) }) },
  { weight: 8, arbitrary: fc.record({ what: fc.constant('segments' as const), source, looks: fc.boolean() }) },
  { weight: 8, arbitrary: fc.record({ what: fc.constant('on' as const), source, looks: fc.boolean() }) },
  { weight: 8, arbitrary: fc.record({ what: fc.constantFrom('too-long' as const, 'restart', 'skip', 'end', 'pause', 'off'), source, looks: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('silence' as const), source, looks: fc.boolean(), track: some, silent: fc.boolean() }) },
);

function happens(stream: AStream, event: Event): void {
  if (event.what === 'part' && stream.inParts) stream.part({ except: event.late });
  else if (event.what === 'part') stream.segment();
  else if (event.what === 'segments' && stream.inParts) stream.whole(3);
  else if (event.what === 'segments') stream.segment().segment();
  else if (event.what === 'too-long' && stream.inParts) for (let part = 0; part < 6; part += 1) stream.part({ ends: 6 });
  else if (event.what === 'too-long') stream.segment(1.6);
  else if (event.what === 'restart') stream.restart();
  else if (event.what === 'skip') stream.skip();
  else if (event.what === 'end') stream.end();
  else if (event.what === 'pause') stream.pauseUntil(stream.clock + 3_000);
  else if (event.what === 'silence') stream.silence(event.track, event.silent);
}

type Check = (before: ChannelTimeline, after: ChannelTimeline, all: readonly AStream[], on: string | null) => void;

/** Runs a history and has each step checked. */
function holds(check: () => Check): void {
  fc.assert(fc.property(fc.array(anEvent, { minLength: 1, maxLength: 150 }), (events) => {
    const all = streams();
    const checkStep = check();
    let on: string | null = 'primary';
    let timeline = openTimeline(SETTINGS, { sequence: 100, discontinuitySequence: 7 });
    for (const event of events) {
      if (event.what === 'on') on = IDS[event.source]!;
      else if (event.what === 'off') on = null;
      else happens(all[event.source]!, event);
      if (!event.looks) continue;
      const after = advance(timeline, new Map(all.map((stream) => [stream.id, stream.window()])), on);
      checkStep(timeline, after, all, on);
      timeline = after;
    }
  }), { numRuns: 150 });
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const keyOf = ({ source: id, segment }: ChannelEntry): string => `${id} ${segment.number}`;
const seen = TRACKS.filter(({ kind }) => kind !== 'captions');

describe('for any history of sources and decisions', () => {
  it('sequence numbers have no hole and never go back', () => holds(() => (before, after) => {
    expect(after.entries.map(({ sequence }) => sequence)).toEqual(after.entries.map((_entry, index) => after.nextSequence - after.entries.length + index));
    expect(after.nextSequence).toBeGreaterThanOrEqual(before.nextSequence);
    expect(after.entries[0]?.sequence ?? 100).toBeGreaterThanOrEqual(before.entries[0]?.sequence ?? 100);
  }));

  it('no segment is shown twice', () => holds(() => {
    const shown = new Map<string, number>();
    return (_before, after) => {
      for (const entry of after.entries) expect(shown.set(keyOf(entry), shown.get(keyOf(entry)) ?? entry.sequence).get(keyOf(entry))).toBe(entry.sequence);
    };
  }));

  it('what was published is never changed, in any track', () => holds(() => (before, after) => {
    const later = new Map(after.entries.map((entry) => [entry.sequence, entry]));
    for (const { sequence, cut, discontinuity, segment } of before.entries) {
      const entry = later.get(sequence);
      if (entry !== undefined && !segment.open) expect([entry.cut, entry.discontinuity]).toEqual([cut, discontinuity]);
    }
    for (const track of TRACKS) {
      const items = new Map(trackItems(after, track).map((item) => [item.sequence, item]));
      for (const item of trackItems(before, track)) {
        const now = items.get(item.sequence);
        if (now !== undefined) expect(item.file === null ? published(now, item) : now).toEqual(item);
      }
    }
  }));

  it('there is no gap while the source that was decided for has something new to show', () => holds(() => {
    const used = new Map<string, number>();
    return (_before, after, all, on) => {
      const stream = all.find(({ id }) => id === on);
      const newest = stream?.window().segments.filter((segment) => isGood(stream, segment)).at(-1);
      if (newest !== undefined && newest.number > (used.get(on!) ?? -1)) {
        const last = after.entries.at(-1)!;
        expect([last.source, last.segment.number >= newest.number]).toEqual([on, true]);
      }
      for (const entry of after.entries) used.set(entry.source, Math.max(entry.segment.number, used.get(entry.source) ?? -1));
    };
  }));

  it('no segment is longer than the target duration, no part longer than the part target', () => holds(() => (_before, after) => {
    for (const track of TRACKS) {
      for (const { duration, parts } of trackItems(after, track)) {
        expect(Math.round(duration)).toBeLessThanOrEqual(SETTINGS.targetDuration);
        for (const part of parts) expect(part.duration).toBeLessThanOrEqual(SETTINGS.partTarget);
      }
    }
  }));

  it('all tracks are spliced at the same instants: the same numbers, the same discontinuities, an end at the cut or before', () => holds(() => (_before, after) => {
    const facts = seen.map((track) => trackItems(after, track).map(({ sequence, discontinuity, startsAt, file }) => [sequence, discontinuity, startsAt, file === null]));
    for (const one of facts) expect(one).toEqual(facts[0]);
    for (const { cut, segment } of after.entries) {
      if (cut !== null) for (const { duration } of Object.values(segment.tracks)) expect(segment.startsAt + duration * 1000).toBeLessThanOrEqual(cut + 0.001);
    }
  }));

  it('each segment keeps its discontinuity number, also when others leave the window', () => holds(() => {
    const numbers = new Map<number, number>();
    return (_before, after) => {
      let number = after.discontinuitySequence;
      for (const { sequence, discontinuity } of after.entries) {
        if (discontinuity) number += 1;
        expect(numbers.set(sequence, numbers.get(sequence) ?? number).get(sequence)).toBe(number);
      }
    };
  }));

  it('a discontinuity stands where media do not go on, and nowhere else', () => holds(() => (_before, after) => {
    for (const [index, entry] of after.entries.entries()) {
      const previous = after.entries[index - 1];
      if (previous === undefined) continue;
      const goesOn = keyOf({ ...previous, segment: { ...previous.segment, number: previous.segment.number + 1 } }) === keyOf(entry)
        && previous.segment.generation === entry.segment.generation && !entry.segment.discontinuity && previous.cut === null
        && TRACKS.every(({ key }) => entry.from[key]?.key === previous.from[key]?.key);
      expect(entry.discontinuity).toBe(!goesOn);
    }
  }));

  it('only the last segment is open', () => holds(() => (_before, after) => {
    expect(after.entries.slice(0, -1).filter(({ segment }) => segment.open)).toEqual([]);
  }));

  it('a language that is missing is the floor, and what is there is itself', () => holds(() => (_before, after) => {
    for (const { from, segment, source: id } of after.entries) {
      const floor = id === 'backup' ? 'audio-de' : 'audio-en';
      expect(from['audio-en']!.key).toBe(floor);
      if (!segment.open) expect(from['audio-fr']!.key === 'audio-fr' || from['audio-fr']!.key === floor).toBe(true);
      if (segment.tracks['audio-fr'] === undefined) expect(from['audio-fr']!.key).toBe(floor);
      const pictures = Object.keys(segment.tracks).filter((key) => key.startsWith('video'));
      expect(from['video-720'] === null ? pictures : pictures.includes(from['video-720']!.key)).toEqual(from['video-720'] === null ? [] : true);
    }
  }));

  it('as much is kept as the window says, and no segment more', () => holds(() => (_before, after) => {
    const durations = after.entries.map(({ segment }) => segment.duration);
    expect(sum(durations.slice(1))).toBeLessThan(SETTINGS.window);
    if (after.entries.length > 0 && after.entries[0]!.sequence > 100) expect(sum(durations)).toBeGreaterThanOrEqual(SETTINGS.window - 1.5);
  }));
});

/** As much of an item as was published when it was `earlier`. */
function published(item: TrackItem, earlier: TrackItem): TrackItem {
  const parts = item.parts.slice(0, earlier.parts.length);
  return { ...item, parts, duration: sum(parts.map(({ duration }) => duration)), file: null, next: earlier.next };
}

/** Keeps the source's promises, and is whole or has a part in each track. */
function isGood(stream: AStream, segment: SourceSegment): boolean {
  const tracks = Object.values(segment.tracks);
  if (tracks.some(({ duration }) => duration > 1.49)) return false;
  const expected = stream.window().tracks.filter(({ kind }) => kind !== 'captions');
  return !segment.open || expected.every(({ key }) => (segment.tracks[key]?.parts.length ?? 0) > 0);
}
