import type { Socket } from 'node:net';
import { BadRtmp, decodeAmf, encodeAmf, type AmfValue } from './amf0.js';
import { ChunkReader, writeMessage, type RtmpMessage } from './chunks.js';
import { FlvFeed } from './flv-feed.js';
import { Handshake } from './handshake.js';

/** Takes what a publisher sends, once its key is known. `end` is called when it is gone, however it went. */
export interface Reception {
  begin: (feed: FlvFeed) => void;
  end: () => void;
}

export interface SessionOptions {
  /** Asked before a byte of video is read. Null refuses. `key` is hostile. */
  admit: (key: string) => Promise<Reception | null>;
  /** Milliseconds. */
  limits: { publish: number; silence: number };
}

const CONTROL = 2;
const COMMANDS = 3;
const WINDOW = 2_500_000;
/** Bytes of a message: a key frame of a whole megabyte has room. */
const MOST_MEDIA_BYTES = 4_000_000;
const STREAM = 1;

const ACKNOWLEDGEMENT = 3;
const WINDOW_SIZE = 5;
const PEER_BANDWIDTH = 6;
const AUDIO = 8;
const VIDEO = 9;
const DATA = 18;
const COMMAND_3 = 17;
const COMMAND = 20;

/** One connection of a publisher: handshake, connect, publish with a key, and then media until it ends. */
export class RtmpSession {
  private readonly handshake = new Handshake((bytes) => this.send(bytes));
  private readonly chunks = new ChunkReader((message) => this.receive(message));
  private greeted = false;
  private app: string | null = null;
  /** `waiting`: nothing more is read until its key is known. */
  private state: 'asking' | 'waiting' | 'publishing' | 'ended' = 'asking';
  private reception: Reception | null = null;
  private feed: FlvFeed | null = null;
  private received = 0;
  private acknowledged = 0;
  private readonly deadline: NodeJS.Timeout;

  constructor(
    private readonly socket: Socket,
    private readonly options: SessionOptions,
  ) {
    this.deadline = setTimeout(() => this.end(), options.limits.publish);
    socket.setNoDelay(true);
    socket.on('data', (bytes: Buffer) => this.take(bytes));
    socket.on('error', () => this.end());
    socket.on('end', () => this.end());
    socket.on('close', () => this.end());
  }

  /** Ends the connection: another publisher has come with its key, or the key is no longer valid. */
  end(): void {
    if (this.state === 'ended') return;
    this.state = 'ended';
    clearTimeout(this.deadline);
    this.socket.destroy();
    this.reception?.end();
  }

  private take(bytes: Buffer): void {
    try {
      this.received += bytes.length;
      this.acknowledge();
      const chunks = this.greeted ? bytes : this.handshake.push(bytes);
      if (chunks === null) return;
      this.greeted = true;
      if (chunks.length > 0) this.chunks.push(chunks);
    } catch (error) {
      if (!(error instanceof BadRtmp)) throw error;
      this.end();
    }
  }

  private receive(message: RtmpMessage): void {
    if (this.state === 'ended') return;
    if (message.type === COMMAND || message.type === COMMAND_3) return this.command(decodeAmf(message.bytes.subarray(message.type === COMMAND_3 ? 1 : 0)));
    if (message.type !== AUDIO && message.type !== VIDEO && message.type !== DATA) return;
    if (this.state !== 'publishing') throw new BadRtmp('media before a key');
    const bytes = message.type === DATA ? withoutCommand(message.bytes) : message.bytes;
    if (bytes.length > 0) this.feed?.push(message.type, message.timestamp, bytes);
  }

  private command([name, transaction, ...values]: readonly AmfValue[]): void {
    const id = typeof transaction === 'number' ? transaction : 0;
    switch (name) {
      case 'connect':
        return this.connect(id, values[0]);
      case 'releaseStream':
      case 'FCPublish':
        return this.answer('_result', id, null);
      case 'createStream':
        return this.answer('_result', id, null, STREAM);
      case 'publish':
        return this.publish(values[1]);
      case 'FCUnpublish':
      case 'deleteStream':
      case 'closeStream':
        return this.end();
      case 'play':
      case 'play2':
        throw new BadRtmp('nothing is played here');
      default:
        return;
    }
  }

  private connect(id: number, about: AmfValue | undefined): void {
    const app = typeof about === 'object' && about !== null && !Array.isArray(about) ? about['app'] : null;
    if (typeof app !== 'string' || this.app !== null) throw new BadRtmp('a connection to nothing');
    this.app = app;
    const size = Buffer.alloc(5);
    size.writeUInt32BE(WINDOW);
    size.writeUInt8(2, 4);
    this.send(writeMessage(CONTROL, WINDOW_SIZE, 0, size.subarray(0, 4)));
    this.send(writeMessage(CONTROL, PEER_BANDWIDTH, 0, size));
    this.answer('_result', id, { fmsVer: 'FMS/3,0,1,123', capabilities: 31 },
      { level: 'status', code: 'NetConnection.Connect.Success', description: 'Connected.', objectEncoding: 0 });
  }

  private publish(name: AmfValue | undefined): void {
    if (this.app === null || this.state !== 'asking' || typeof name !== 'string') throw new BadRtmp('a publication of nothing');
    this.state = 'waiting';
    // not even into a buffer of ours: what comes stays with the sender
    this.socket.pause();
    this.options.admit(name.split('?')[0] ?? '').then((reception) => this.decide(reception), () => this.decide(null));
  }

  private decide(reception: Reception | null): void {
    if (this.state === 'ended') return reception?.end();
    if (reception === null) {
      this.status('error', 'NetStream.Publish.BadName', 'This stream key is not valid.');
      this.state = 'ended';
      clearTimeout(this.deadline);
      this.socket.end(() => this.socket.destroy());
      return;
    }
    clearTimeout(this.deadline);
    this.state = 'publishing';
    this.reception = reception;
    this.feed = new FlvFeed();
    this.chunks.mostBytes = MOST_MEDIA_BYTES;
    reception.begin(this.feed);
    this.status('status', 'NetStream.Publish.Start', 'Publishing.');
    this.socket.resume();
    // until now the time to a valid key was the limit
    this.socket.setTimeout(this.options.limits.silence, () => this.end());
  }

  private status(level: 'status' | 'error', code: string, description: string): void {
    this.send(writeMessage(COMMANDS, COMMAND, STREAM, encodeAmf('onStatus', 0, null, { level, code, description })));
  }

  private answer(name: string, id: number, ...values: readonly AmfValue[]): void {
    this.send(writeMessage(COMMANDS, COMMAND, 0, encodeAmf(name, id, ...values)));
  }

  /** Some encoders stop when they are not told what arrived. */
  private acknowledge(): void {
    if (this.received - this.acknowledged < WINDOW / 2) return;
    this.acknowledged = this.received;
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(this.received >>> 0);
    this.send(writeMessage(CONTROL, ACKNOWLEDGEMENT, 0, bytes));
  }

  private send(bytes: Buffer): void {
    if (this.socket.writable) this.socket.write(bytes);
  }
}

/** `@setDataFrame` says what to do with what follows; in a file there is only that. */
function withoutCommand(bytes: Buffer): Buffer {
  const command = encodeAmf('@setDataFrame');
  return bytes.subarray(0, command.length).equals(command) ? bytes.subarray(command.length) : bytes;
}
