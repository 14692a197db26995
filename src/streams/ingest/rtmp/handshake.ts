import { randomBytes } from 'node:crypto';
import { BadRtmp } from './amf0.js';

const VERSION = 3;
const HELLO = 1_536;

/** The simple handshake of RTMP 1.0: their hello is sent back, ours is asked for and not compared. */
export class Handshake {
  private held = Buffer.alloc(0);
  private answered = false;

  constructor(private readonly send: (bytes: Buffer) => void) {}

  /**
   * Null until it is over; then what came after it.
   * @throws BadRtmp
   */
  push(bytes: Buffer): Buffer | null {
    // never more than both hellos and one chunk of the socket
    this.held = Buffer.concat([this.held, bytes]);
    const version = this.held[0];
    // 6 would be encrypted, and anything else is another protocol
    if (version !== undefined && version !== VERSION) throw new BadRtmp('this is not RTMP');
    if (!this.answered && this.held.length >= 1 + HELLO) {
      this.answered = true;
      const hello = Buffer.concat([Buffer.alloc(8), randomBytes(HELLO - 8)]);
      this.send(Buffer.concat([Buffer.from([VERSION]), hello, this.held.subarray(1, 1 + HELLO)]));
    }
    return this.held.length < 1 + 2 * HELLO ? null : this.held.subarray(1 + 2 * HELLO);
  }
}
