import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import { QuietLooks } from '../engines/quiet-looks.js';
import type { Arrivals } from './arrivals.js';
import { TsFeed } from './ts-feed.js';

const PACKET = 188;
const SYNC = 0x47;
const RTP_HEADER = 12;
const RTP_VERSION_2 = 0b10;
/** Milliseconds without a datagram, after which the sender is gone: it does not say goodbye. */
const SILENCE = 1_500;
/** Looks within that time. */
const LOOKS = 3;
const RECEIVE_BUFFER = 4_000_000;

/**
 * Receives an MPEG transport stream by UDP, bare or in RTP, as a satellite receiver sends it. Whoever sent first is listened to until silent;
 * others are not, so that nobody talks into a stream that is on air. Who may send at all is for the venue's network to say: see the operator's guide.
 */
export class UdpReceiver {
  private readonly socket: Socket;
  private sender: { key: string; feed: TsFeed; looks: QuietLooks } | null = null;
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly inputId: string,
    private readonly arrivals: Arrivals,
    private readonly silence = SILENCE,
  ) {
    this.socket = createSocket({ type: 'udp4', reuseAddr: true });
    this.socket.on('message', (bytes, from) => this.receive(bytes, from));
    this.socket.on('error', () => undefined);
  }

  /**
   * Resolves with the port. Rejects where somebody else has it, or the group cannot be joined.
   * @param group a multicast address; null: what is sent straight to us
   */
  async listen(port: number, host: string, group: string | null): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.socket.once('error', reject);
      this.socket.bind(port, group === null ? host : undefined, () => {
        this.socket.off('error', reject);
        resolve();
      });
    });
    if (group !== null) this.socket.addMembership(group);
    try {
      this.socket.setRecvBufferSize(RECEIVE_BUFFER);
    } catch {
      // the system allows less
    }
    this.timer = setInterval(() => this.look(), this.silence / LOOKS);
    return this.socket.address().port;
  }

  async close(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    this.lose();
    await new Promise<void>((resolve) => this.socket.close(() => resolve()));
  }

  private receive(datagram: Buffer, { address, port }: RemoteInfo): void {
    const packets = transportPackets(datagram);
    if (packets === null) return;
    const key = `${address} ${port}`;
    if (this.sender === null) {
      this.sender = { key, feed: new TsFeed(), looks: new QuietLooks(LOOKS) };
      this.arrivals.arrived(this.inputId, this.sender.feed);
    }
    if (this.sender.key !== key) return;
    this.sender.looks.heard();
    this.sender.feed.push(packets);
  }

  private look(): void {
    if (this.sender?.looks.look() === true) this.lose();
  }

  private lose(): void {
    const { sender } = this;
    this.sender = null;
    if (sender !== null) this.arrivals.gone(this.inputId, sender.feed);
  }
}

/** Whole packets, out of RTP where they are in it; null for anything else. */
function transportPackets(datagram: Buffer): Buffer | null {
  const bytes = isRtp(datagram) ? datagram.subarray(RTP_HEADER + ((datagram[0] ?? 0) & 15) * 4) : datagram;
  if (bytes.length === 0 || bytes.length % PACKET !== 0) return null;
  for (let at = 0; at < bytes.length; at += PACKET) if (bytes[at] !== SYNC) return null;
  return bytes;
}

const isRtp = (datagram: Buffer): boolean => datagram.length > RTP_HEADER && datagram[0] !== SYNC && datagram[0]! >> 6 === RTP_VERSION_2;
