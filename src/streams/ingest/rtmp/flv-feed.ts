import type { Feed } from '../feed.js';

const AUDIO = 8;
const VIDEO = 9;
const DATA = 18;
const AAC = 10;
const AVC = 7;
const FLV_HEADER = Buffer.from([0x46, 0x4c, 0x56, 1, 0b101, 0, 0, 0, 9, 0, 0, 0, 0]);

interface Reader {
  take: (chunk: Buffer) => void;
  begun: boolean;
}

/** What a publisher sends by RTMP, as FLV. Whoever reads begins with the headers of both codecs and a key frame. */
export class FlvFeed implements Feed {
  readonly container = 'flv';
  private metadata: Buffer | null = null;
  private audioHeader: Buffer | null = null;
  private videoHeader: Buffer | null = null;
  private readonly readers = new Set<Reader>();
  /** Bytes since it began. */
  received = 0;

  read(take: (chunk: Buffer) => void): () => void {
    const reader: Reader = { take, begun: false };
    this.readers.add(reader);
    return () => void this.readers.delete(reader);
  }

  /** One message of the publisher, of sound, picture or about them. */
  push(type: number, timestamp: number, bytes: Buffer): void {
    this.received += bytes.length;
    const tag = (time = timestamp): Buffer => flvTag(type, time, bytes);
    if (type === DATA) this.metadata = tag(0);
    else if (isHeader(type, bytes)) {
      if (type === AUDIO) this.audioHeader = tag(0);
      else this.videoHeader = tag(0);
    }
    const begins = type === VIDEO ? isKeyFrame(bytes) && !isHeader(type, bytes) : type === AUDIO && this.videoHeader === null && this.seemsSilentFilm(bytes);
    const whole = tag();
    for (const reader of this.readers) {
      if (!reader.begun && begins) {
        reader.begun = true;
        for (const header of [FLV_HEADER, this.metadata, this.videoHeader, this.audioHeader]) if (header !== null) reader.take(header);
      }
      if (reader.begun) reader.take(whole);
    }
  }

  private soundBefore = 0;

  /** Sound without a picture: only after so much of it that a picture would have begun. */
  private seemsSilentFilm(bytes: Buffer): boolean {
    if (!isHeader(AUDIO, bytes)) this.soundBefore += 1;
    return this.soundBefore > 100;
  }
}

const isHeader = (type: number, bytes: Buffer): boolean =>
  bytes.length > 1 && bytes[1] === 0 && (type === AUDIO ? bytes[0]! >> 4 === AAC : type === VIDEO && (bytes[0]! & 15) === AVC);

const isKeyFrame = (bytes: Buffer): boolean => bytes.length > 0 && ((bytes[0]! >> 4) & 7) === 1;

function flvTag(type: number, timestamp: number, bytes: Buffer): Buffer {
  const tag = Buffer.alloc(11 + bytes.length + 4);
  tag.writeUInt8(type, 0);
  tag.writeUIntBE(bytes.length, 1, 3);
  tag.writeUIntBE(timestamp & 0xff_ffff, 4, 3);
  tag.writeUInt8((timestamp >>> 24) & 0xff, 7);
  bytes.copy(tag, 11);
  tag.writeUInt32BE(11 + bytes.length, 11 + bytes.length);
  return tag;
}
