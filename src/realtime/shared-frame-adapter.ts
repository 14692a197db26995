import type { Socket as EngineSocket } from 'engine.io';
import type { Namespace } from 'socket.io';
import { Adapter, type BroadcastOptions, type Room, type SocketId } from 'socket.io-adapter';
import { frameOf, waitingBytes, writeStraight, type PacketOptions } from './engine-internals.js';

export interface DeliveryOptions {
  /** Sockets written to in one turn of the event loop. */
  slice: number;
  /** Bytes that may wait for one socket. */
  waitingBytes: number;
  /** A socket has more than that waiting. It gets nothing more. */
  tooSlow: (socket: DeliverySocket) => void;
  delivered: (count: number) => void;
}

export interface DeliverySocket {
  id: SocketId;
  client: { conn: EngineSocket; writeToEngine: (encoded: string[], options: PacketOptions) => void };
}

interface Packet {
  type: number;
  data: unknown[];
  nsp?: string;
}

interface Delivery {
  audience: SocketId[];
  rooms: ReadonlySet<Room>;
  encoded: string[];
  options: PacketOptions;
  frame: Buffer | undefined;
  next: number;
  done: () => void;
}

/**
 * A Socket.IO adapter for large audiences. A message is encoded once, and its frame shared by all sockets; it is written
 * straight to those that are idle; and it goes out in slices, so that thousands of sockets do not hold the event loop.
 * Messages are delivered one after another, so that each client gets them in the order in which they were sent.
 *
 * A faster transport (uWebSockets) would replace this class and nothing else.
 */
export class SharedFrameAdapter extends Adapter {
  private readonly deliveries: Delivery[] = [];
  private running = false;

  constructor(
    nsp: Namespace,
    private readonly delivery: DeliveryOptions,
  ) {
    super(nsp);
  }

  override broadcast(packet: Packet, options: BroadcastOptions): void {
    void this.deliver(packet, options);
  }

  /** Resolves when the message is written to everyone who was in the rooms when it was sent, and still is. */
  async deliver(packet: Packet, options: BroadcastOptions): Promise<void> {
    const nsp = this.nsp as Namespace;
    const encoder = (nsp.server as unknown as { encoder: { encode: (packet: Packet) => string[] } }).encoder;
    const encoded = encoder.encode({ ...packet, nsp: nsp.name });
    const [only, ...attachments] = encoded;
    const frame = only !== undefined && attachments.length === 0 ? frameOf(only) : undefined;
    const packetOptions: PacketOptions = { preEncoded: true, volatile: options.flags?.volatile, compress: options.flags?.compress };
    if (frame !== undefined) packetOptions.wsPreEncodedFrame = [frame];
    await new Promise<void>((done) => {
      this.deliveries.push({ audience: this.audience(options), rooms: options.rooms, encoded, options: packetOptions, frame, next: 0, done });
      this.run();
    });
  }

  /** Messages that are not yet written to all of their audience. */
  get backlog(): number {
    return this.deliveries.length;
  }

  private run(): void {
    if (this.running) return;
    this.running = true;
    this.turn();
  }

  private turn(): void {
    let left = this.delivery.slice;
    let delivered = 0;
    for (let current = this.deliveries[0]; current !== undefined && left > 0; current = this.deliveries[0]) {
      for (; current.next < current.audience.length && left > 0; current.next += 1, left -= 1) {
        if (this.write(current, current.audience[current.next] as SocketId)) delivered += 1;
      }
      if (current.next < current.audience.length) break;
      this.deliveries.shift();
      current.done();
    }
    this.delivery.delivered(delivered);
    if (this.deliveries.length > 0) setImmediate(() => this.turn());
    else this.running = false;
  }

  private write(delivery: Delivery, id: SocketId): boolean {
    const socket = (this.nsp as Namespace).sockets.get(id) as unknown as DeliverySocket | undefined;
    // who left the room since, or was put out of it, gets nothing
    if (socket === undefined || !this.isAmong(delivery.rooms, id)) return false;
    const connection = socket.client.conn;
    if (waitingBytes(connection) > this.delivery.waitingBytes) {
      this.delivery.tooSlow(socket);
      return false;
    }
    if (delivery.frame === undefined || !writeStraight(connection, delivery.frame)) {
      socket.client.writeToEngine(delivery.encoded, delivery.options);
    }
    return true;
  }

  private audience({ rooms, except }: BroadcastOptions): SocketId[] {
    const candidates = rooms.size === 0 ? this.sids.keys() : new Set([...rooms].flatMap((room) => [...(this.rooms.get(room) ?? [])]));
    const left = new Set([...(except ?? [])].flatMap((room) => [...(this.rooms.get(room) ?? [])]));
    return [...candidates].filter((id) => !left.has(id));
  }

  private isAmong(rooms: ReadonlySet<Room>, id: SocketId): boolean {
    if (rooms.size === 0) return true;
    const joined = this.sids.get(id);
    if (joined !== undefined) for (const room of rooms) if (joined.has(room)) return true;
    return false;
  }
}

/** Binds the options: Socket.IO makes an adapter with a namespace only. */
export function sharedFrameAdapter(delivery: DeliveryOptions): typeof Adapter {
  return class extends SharedFrameAdapter {
    constructor(nsp: Namespace) {
      super(nsp, delivery);
    }
  };
}
