import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { Arrivals } from '../arrivals.js';
import type { FlvFeed } from './flv-feed.js';
import { RtmpSession, type Reception } from './rtmp-session.js';

/** Who may publish, and where to; implemented where stream keys are kept. */
export interface PublishingKeys {
  /**
   * The id of the input whose stream key this is; null refuses. Asked once a connection, before a byte of video is read.
   * @param key as the publisher gave it, hostile
   */
  inputOf(key: string): Promise<string | null>;
}

const LIMITS = {
  /** Milliseconds from the connection to a valid key. */
  publish: 10_000,
  /** Milliseconds without a byte. */
  silence: 15_000,
  /** Connections at once, of all venues and of whoever knocks. */
  connections: 300,
};

/** RTMP on one port for all inputs. A stage's second publisher with the same key takes the first one's place: its line may be half dead. */
export class RtmpServer {
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();
  private readonly publishing = new Map<string, RtmpSession>();
  private readonly limits: typeof LIMITS;

  constructor(
    private readonly keys: PublishingKeys,
    private readonly arrivals: Arrivals,
    limits: Partial<typeof LIMITS> = {},
  ) {
    this.limits = { ...LIMITS, ...limits };
    this.server = createServer((socket) => this.accept(socket));
    this.server.maxConnections = this.limits.connections;
  }

  /** Resolves with the port. Rejects where somebody else has it. */
  async listen(port: number, host: string): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, host, () => {
        this.server.off('error', reject);
        resolve();
      });
    });
    return (this.server.address() as AddressInfo).port;
  }

  /** Its key was changed, or it was removed. */
  disconnect(inputId: string): void {
    this.publishing.get(inputId)?.end();
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    for (const session of [...this.publishing.values()]) session.end();
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  private accept(socket: Socket): void {
    this.sockets.add(socket);
    socket.once('close', () => this.sockets.delete(socket));
    const session: RtmpSession = new RtmpSession(socket, { limits: this.limits, admit: async (key) => await this.admit(key, () => session) });
  }

  private async admit(key: string, session: () => RtmpSession): Promise<Reception | null> {
    const inputId = await this.keys.inputOf(key);
    if (inputId === null) return null;
    let arrived: FlvFeed | null = null;
    return {
      begin: (feed) => {
        this.publishing.get(inputId)?.end();
        this.publishing.set(inputId, session());
        arrived = feed;
        this.arrivals.arrived(inputId, feed);
      },
      end: () => {
        if (arrived === null) return;
        if (this.publishing.get(inputId) === session()) this.publishing.delete(inputId);
        this.arrivals.gone(inputId, arrived);
      },
    };
  }
}
