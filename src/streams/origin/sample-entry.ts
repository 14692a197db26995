import { boxesIn, Fields, type Box } from './boxes.js';

export interface AudioLayout {
  channels: number;
  /** Hertz. */
  sampleRate: number;
}

export interface SampleEntry {
  codecs: string;
  width: number;
  height: number;
  audio: AudioLayout | null;
}

const VIDEO_FIELDS = 78;
const AUDIO_FIELDS = 28;

/** What a sample entry of `stsd` says of its codec. Throws BadMedia. */
export function codecsOf(bytes: Buffer, entry: Box, kind: 'video' | 'audio' | 'other'): SampleEntry {
  if (kind === 'video') {
    const fields = Fields.of(bytes, entry).skip(24);
    const width = fields.u16();
    const height = fields.u16();
    return { codecs: videoCodecs(bytes, entry), width, height, audio: null };
  }
  if (kind === 'audio') {
    const fields = Fields.of(bytes, entry).skip(16);
    const channels = fields.u16();
    // 16.16 fixed point after the size of a sample and two reserved fields
    const sampleRate = fields.skip(6).u16();
    return { codecs: audioCodecs(bytes, entry), width: 0, height: 0, audio: { channels, sampleRate } };
  }
  return { codecs: entry.type, width: 0, height: 0, audio: null };
}

function videoCodecs(bytes: Buffer, entry: Box): string {
  const avcC = within(bytes, entry, VIDEO_FIELDS, 'avcC');
  if (avcC === undefined) return entry.type;
  const profile = Fields.of(bytes, avcC).skip(1);
  return `avc1.${[profile.u8(), profile.u8(), profile.u8()].map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

function audioCodecs(bytes: Buffer, entry: Box): string {
  const esds = within(bytes, entry, AUDIO_FIELDS, 'esds');
  if (esds === undefined) return entry.type;
  const { type, objectType } = readEsds(Fields.of(bytes, esds).skip(4));
  return objectType === null ? `mp4a.${type.toString(16)}` : `mp4a.${type.toString(16)}.${objectType}`;
}

const within = (bytes: Buffer, entry: Box, fields: number, type: string): Box | undefined => {
  if (entry.body + fields > entry.end) return undefined;
  return [...boxesIn(bytes, entry.body + fields, entry.end)].find((box) => box.type === type);
};

/** Descriptors of ISO/IEC 14496-1: an elementary stream (3) holds its decoder's configuration (4), which holds what is special to it (5). */
function readEsds(fields: Fields): { type: number; objectType: number | null } {
  let type = 0;
  while (fields.left > 2) {
    const tag = fields.u8();
    const length = descriptorLength(fields);
    if (tag === 3) {
      const flags = fields.skip(2).u8();
      if ((flags & 0x80) !== 0) fields.skip(2);
      if ((flags & 0x40) !== 0) fields.skip(fields.u8());
      if ((flags & 0x20) !== 0) fields.skip(2);
    } else if (tag === 4) {
      type = fields.u8();
      fields.skip(12);
    } else if (tag === 5) {
      return { type, objectType: fields.u8() >> 3 };
    } else {
      fields.skip(Math.min(length, fields.left));
    }
  }
  return { type, objectType: null };
}

/** Seven bits a byte, of which the highest bit says that more follow. */
function descriptorLength(fields: Fields): number {
  let length = 0;
  for (let count = 0; count < 4; count += 1) {
    const byte = fields.u8();
    length = (length << 7) | (byte & 0x7f);
    if ((byte & 0x80) === 0) break;
  }
  return length;
}
