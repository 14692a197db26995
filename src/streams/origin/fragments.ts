import { BadMedia, boxesIn, childrenOf, Fields, find, type Box } from './boxes.js';
import { versionOf, type SampleDefaults } from './read-movie.js';

/** A frame, or a packet of sound. */
export interface Sample {
  /** Ticks of its track. */
  decodeTime: number;
  duration: number;
  /** Ticks from decoding to being shown; may be negative. */
  offset: number;
  /** It can be decoded without those before it. */
  key: boolean;
  bytes: Buffer;
}

export interface TrackFragment {
  trackId: number;
  samples: Sample[];
}

const MOST_SAMPLES = 20_000;
const NOT_A_KEY = 0x1_0000;

/**
 * The samples of one fragment. Their bytes are views of `mdat`.
 * @param moof a whole `moof` box
 * @param mdat the whole `mdat` box that follows it
 * @throws BadMedia
 */
export function readFragment(moof: Buffer, mdat: Buffer, defaultsOf: (trackId: number) => SampleDefaults | undefined): TrackFragment[] {
  const [box] = boxesIn(moof);
  const [data] = boxesIn(mdat);
  if (box?.type !== 'moof' || data?.type !== 'mdat') throw new BadMedia('no fragment');
  return childrenOf(moof, box, 'traf').map((traf) => readTrackFragment(moof, traf, mdat, data, defaultsOf));
}

function readTrackFragment(moof: Buffer, traf: Box, mdat: Buffer, data: Box, defaultsOf: (trackId: number) => SampleDefaults | undefined): TrackFragment {
  const tfhd = find(moof, traf, 'tfhd');
  const tfdt = find(moof, traf, 'tfdt');
  if (tfhd === undefined || tfdt === undefined) throw new BadMedia('a fragment without its times');
  const head = Fields.of(moof, tfhd);
  const flags = head.u32() & 0xff_ffff;
  const trackId = head.u32();
  const known = defaultsOf(trackId);
  if (known === undefined) throw new BadMedia('a fragment of no track');
  if ((flags & 0x1) !== 0) head.skip(8);
  if ((flags & 0x2) !== 0) head.skip(4);
  const defaults = {
    duration: (flags & 0x8) === 0 ? known.duration : head.u32(),
    size: (flags & 0x10) === 0 ? known.size : head.u32(),
    flags: (flags & 0x20) === 0 ? known.flags : head.u32(),
  };
  const times = Fields.of(moof, tfdt).skip(4);
  const start = { time: versionOf(moof, tfdt) === 1 ? times.u64() : times.u32(), at: data.body };
  const samples: Sample[] = [];
  for (const trun of childrenOf(moof, traf, 'trun')) readRun(moof, trun, mdat, data, defaults, start, samples);
  return { trackId, samples };
}

function readRun(moof: Buffer, trun: Box, mdat: Buffer, data: Box, defaults: SampleDefaults, next: { time: number; at: number }, into: Sample[]): void {
  const fields = Fields.of(moof, trun);
  const flags = fields.u32() & 0xff_ffff;
  const count = fields.u32();
  if (count + into.length > MOST_SAMPLES) throw new BadMedia('too many samples');
  // from the beginning of the moof: its own length, and mdat's header
  if ((flags & 0x1) !== 0) next.at = fields.i32() - moof.length;
  const firstFlags = (flags & 0x4) === 0 ? null : fields.u32();
  for (let index = 0; index < count; index += 1) {
    const duration = (flags & 0x100) === 0 ? defaults.duration : fields.u32();
    const size = (flags & 0x200) === 0 ? defaults.size : fields.u32();
    const own = (flags & 0x400) === 0 ? null : fields.u32();
    const offset = (flags & 0x800) === 0 ? 0 : fields.i32();
    const sampleFlags = own ?? (index === 0 ? firstFlags : null) ?? defaults.flags;
    if (next.at < data.body || next.at + size > data.end) throw new BadMedia('a sample beyond its data');
    into.push({ decodeTime: next.time, duration, offset, key: (sampleFlags & NOT_A_KEY) === 0, bytes: mdat.subarray(next.at, next.at + size) });
    next.time += duration;
    next.at += size;
  }
}

const KEY = 0x200_0000;
const NO_KEY = 0x101_0000;

/**
 * A `moof` and its `mdat` of these samples, the first of which says when it begins.
 * @param sequence grows from fragment to fragment of a track
 */
export function writeFragment(trackId: number, sequence: number, samples: readonly Sample[]): Buffer {
  const [first] = samples;
  if (first === undefined) throw new RangeError('a fragment has samples');
  const sameDuration = samples.every(({ duration }) => duration === first.duration);
  const shifted = samples.some(({ offset }) => offset !== 0);
  const allKeys = samples.every(({ key }) => key);
  const flags = 0x1 | 0x200 | (sameDuration ? 0 : 0x100) | (allKeys ? 0 : 0x400) | (shifted ? 0x800 : 0);
  const trun = words(0x0100_0000 | flags, samples.length, 0, ...samples.flatMap((sample) => [
    ...(sameDuration ? [] : [sample.duration]), sample.bytes.length, ...(allKeys ? [] : [sample.key ? KEY : NO_KEY]), ...(shifted ? [sample.offset] : []),
  ]));
  const tfhd = words(0x02_0000 | 0x8 | 0x20, trackId, first.duration, allKeys ? KEY : NO_KEY);
  const tfdt = Buffer.alloc(12);
  tfdt.writeUInt32BE(0x0100_0000, 0);
  tfdt.writeBigUInt64BE(BigInt(first.decodeTime), 4);
  const moof = box('moof', box('mfhd', words(0, sequence)), box('traf', box('tfhd', tfhd), box('tfdt', tfdt), box('trun', trun)));
  // the run is the last thing in the moof, its third word the way to the data
  moof.writeUInt32BE(moof.length + 8, moof.length - trun.length + 8);
  return Buffer.concat([moof, box('mdat', ...samples.map(({ bytes }) => bytes))]);
}

function words(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value >>> 0, index * 4);
  return bytes;
}

function box(type: string, ...content: readonly Buffer[]): Buffer {
  const header = Buffer.alloc(8);
  header.writeUInt32BE(content.reduce((sum, { length }) => sum + length, 8), 0);
  header.write(type, 4, 'latin1');
  return Buffer.concat([header, ...content]);
}
