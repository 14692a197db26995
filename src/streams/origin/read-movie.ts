import { BadMedia, boxesIn, childrenOf, Fields, find, type Box } from './boxes.js';
import { codecsOf, type AudioLayout } from './sample-entry.js';

/** Values of samples that a fragment does not say itself. */
export interface SampleDefaults {
  duration: number;
  size: number;
  flags: number;
}

/** A track as its `moov` declares it. */
export interface MovieTrack {
  id: number;
  kind: 'video' | 'audio' | 'other';
  /** Ticks a second. */
  timescale: number;
  /** ISO 639-2, as the container has it; null where it says that it does not know. */
  language: string | null;
  /** As in RFC 6381: `avc1.64001f`, `mp4a.40.2`; of what we do not know, its four letters. */
  codecs: string;
  /** Pixels; 0 of what is no video. */
  width: number;
  height: number;
  audio: AudioLayout | null;
  defaults: SampleDefaults;
}

const MOST_TRACKS = 40;

/**
 * @param bytes a whole `moov` box
 * @throws BadMedia
 */
export function readMovie(bytes: Buffer): MovieTrack[] {
  const [moov] = boxesIn(bytes);
  if (moov?.type !== 'moov') throw new BadMedia('no moov');
  const defaults = new Map<number, SampleDefaults>();
  const extends_ = find(bytes, moov, 'mvex');
  for (const trex of extends_ === undefined ? [] : childrenOf(bytes, extends_, 'trex')) {
    const fields = Fields.of(bytes, trex).skip(4);
    const id = fields.u32();
    fields.skip(4);
    defaults.set(id, { duration: fields.u32(), size: fields.u32(), flags: fields.u32() });
  }
  const tracks = childrenOf(bytes, moov, 'trak');
  if (tracks.length > MOST_TRACKS) throw new BadMedia('too many tracks');
  return tracks.map((trak) => readTrack(bytes, trak, defaults));
}

function readTrack(bytes: Buffer, trak: Box, defaults: ReadonlyMap<number, SampleDefaults>): MovieTrack {
  const tkhd = required(find(bytes, trak, 'tkhd'), 'tkhd');
  const mdhd = required(find(bytes, trak, 'mdia', 'mdhd'), 'mdhd');
  const hdlr = required(find(bytes, trak, 'mdia', 'hdlr'), 'hdlr');
  const stsd = required(find(bytes, trak, 'mdia', 'minf', 'stbl', 'stsd'), 'stsd');
  const head = Fields.of(bytes, tkhd);
  const id = head.skip(versionOf(bytes, tkhd) === 1 ? 20 : 12).u32();
  const times = Fields.of(bytes, mdhd);
  const long = versionOf(bytes, mdhd) === 1;
  const timescale = times.skip(long ? 20 : 12).u32();
  if (timescale === 0) throw new BadMedia('a track without a timescale');
  const language = languageOf(times.skip(long ? 8 : 4).u16());
  const handler = Fields.of(bytes, hdlr).skip(8).text(4);
  const [entry] = boxesIn(bytes, stsd.body + 8, stsd.end);
  if (entry === undefined) throw new BadMedia('a track without a sample entry');
  const kind = handler === 'vide' ? 'video' : handler === 'soun' ? 'audio' : 'other';
  return { id, kind, timescale, language, ...codecsOf(bytes, entry, kind), defaults: defaults.get(id) ?? { duration: 0, size: 0, flags: 0 } };
}

function required(box: Box | undefined, type: string): Box {
  if (box === undefined) throw new BadMedia(`no ${type}`);
  return box;
}

export const versionOf = (bytes: Buffer, box: Box): number => Fields.of(bytes, box).u8();

/** Three letters in fifteen bits. */
function languageOf(packed: number): string | null {
  const code = String.fromCharCode(...[10, 5, 0].map((shift) => ((packed >> shift) & 31) + 0x60));
  return /^[a-z]{3}$/.test(code) && code !== 'und' ? code : null;
}
