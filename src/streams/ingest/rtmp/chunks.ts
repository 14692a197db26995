import { BadRtmp } from './amf0.js';

export interface RtmpMessage {
  type: number;
  /** Milliseconds, of the sender's clock; wraps after 49 days. */
  timestamp: number;
  streamId: number;
  bytes: Buffer;
}

interface ChunkStream {
  type: number;
  length: number;
  streamId: number;
  timestamp: number;
  delta: number;
  extended: boolean;
  /** What there is of the message that is under way. */
  parts: Buffer[];
  held: number;
}

const FIRST_CHUNK_SIZE = 128;
const MOST_CHUNK_SIZE = 1_000_000;
/** Chunk streams a peer may use: an encoder uses four. */
const MOST_STREAMS = 16;
const SET_CHUNK_SIZE = 1;
const ABORT = 2;
const EXTENDED = 0xff_ffff;

/** Puts messages together from the chunks that a peer cuts them into (RTMP 1.0, 5.3). Holds no more than one message a chunk stream. */
export class ChunkReader {
  /** Bytes of one message at most; small until we know who it is. */
  mostBytes = 4_096;
  private readonly streams = new Map<number, ChunkStream>();
  private chunkSize = FIRST_CHUNK_SIZE;
  private chunks: Buffer[] = [];
  private length = 0;

  constructor(private readonly take: (message: RtmpMessage) => void) {}

  /** @throws BadRtmp */
  push(bytes: Buffer): void {
    this.chunks.push(bytes);
    this.length += bytes.length;
    // nothing is joined before there can be a chunk in it
    if (this.length < this.wanted) return;
    let joined = this.chunks.length === 1 ? bytes : Buffer.concat(this.chunks, this.length);
    for (;;) {
      const used = this.readChunk(joined);
      if (used === 0) break;
      joined = joined.subarray(used);
    }
    this.chunks = [joined];
    this.length = joined.length;
  }

  private wanted = 1;

  /** How many bytes the next chunk has taken; 0 where it is not all there yet. */
  private readChunk(bytes: Buffer): number {
    const header = this.readHeader(bytes);
    if (header === null) return this.wait(bytes.length + 1);
    const { id, stream, size, next } = header;
    if (next.length > this.mostBytes) throw new BadRtmp('a message that is too long');
    const body = Math.min(this.chunkSize, next.length - (stream?.held ?? 0));
    if (bytes.length < size + body) return this.wait(size + body);
    const current: ChunkStream = { ...next, parts: stream?.parts ?? [], held: stream?.held ?? 0 };
    this.streams.set(id, current);
    current.parts.push(bytes.subarray(size, size + body));
    current.held += body;
    this.wanted = 1;
    if (current.held === current.length) this.complete(current);
    return size + body;
  }

  private wait(length: number): 0 {
    this.wanted = length;
    return 0;
  }

  private readHeader(bytes: Buffer): { id: number; stream: ChunkStream | undefined; size: number; next: Omit<ChunkStream, 'parts' | 'held'> } | null {
    if (bytes.length < 1) return null;
    const format = bytes[0]! >> 6;
    const short = bytes[0]! & 63;
    const basic = short === 0 ? 2 : short === 1 ? 3 : 1;
    const fields = [11, 7, 3, 0][format]!;
    if (bytes.length < basic + fields) return null;
    const id = short === 0 ? bytes[1]! + 64 : short === 1 ? bytes.readUInt16LE(1) + 64 : short;
    const stream = this.streams.get(id);
    if (stream === undefined && (format !== 0 || this.streams.size >= MOST_STREAMS)) throw new BadRtmp('a chunk without a beginning');
    const continues = stream !== undefined && stream.held > 0;
    if (continues && format !== 3) throw new BadRtmp('a message within a message');

    const time = format < 3 ? bytes.readUIntBE(basic, 3) : null;
    const extended = time === null ? (stream?.extended ?? false) : time === EXTENDED;
    const size = basic + fields + (extended ? 4 : 0);
    if (bytes.length < size) return null;
    const given = extended ? bytes.readUInt32BE(basic + fields) : time;
    const about = {
      length: format < 2 ? bytes.readUIntBE(basic + 3, 3) : stream!.length,
      type: format < 2 ? bytes[basic + 6]! : stream!.type,
      streamId: format === 0 ? bytes.readUInt32LE(basic + 7) : stream!.streamId,
      extended,
    };
    if (format === 0) return { id, stream, size, next: { ...about, timestamp: given!, delta: given! } };
    const delta = format === 3 ? stream!.delta : given!;
    const timestamp = continues ? stream.timestamp : (stream!.timestamp + delta) >>> 0;
    return { id, stream, size, next: { ...about, timestamp, delta } };
  }

  private complete(stream: ChunkStream): void {
    const bytes = stream.parts.length === 1 ? stream.parts[0]! : Buffer.concat(stream.parts);
    stream.parts = [];
    stream.held = 0;
    if (stream.type === SET_CHUNK_SIZE) return this.setChunkSize(bytes);
    if (stream.type === ABORT) return this.abort(bytes);
    this.take({ type: stream.type, timestamp: stream.timestamp, streamId: stream.streamId, bytes });
  }

  private setChunkSize(bytes: Buffer): void {
    const size = bytes.length < 4 ? 0 : bytes.readUInt32BE(0);
    if (size < 1 || size > MOST_CHUNK_SIZE) throw new BadRtmp('a chunk size that is too large');
    this.chunkSize = size;
  }

  private abort(bytes: Buffer): void {
    const stream = this.streams.get(bytes.length < 4 ? 0 : bytes.readUInt32BE(0));
    if (stream === undefined) return;
    stream.parts = [];
    stream.held = 0;
  }
}

/** Our own messages are short: one chunk each, of at most the first chunk size, or continued by chunks of that size. */
export function writeMessage(chunkStream: number, type: number, streamId: number, bytes: Buffer): Buffer {
  const header = Buffer.alloc(12);
  header.writeUInt8(chunkStream, 0);
  header.writeUIntBE(bytes.length, 4, 3);
  header.writeUInt8(type, 7);
  header.writeUInt32LE(streamId, 8);
  const parts: Buffer[] = [header];
  for (let at = 0; at < bytes.length; at += FIRST_CHUNK_SIZE) {
    if (at > 0) parts.push(Buffer.from([0xc0 | chunkStream]));
    parts.push(bytes.subarray(at, at + FIRST_CHUNK_SIZE));
  }
  return Buffer.concat(parts);
}
