import type { Socket } from 'socket.io-client';
import type { ClientToServerEvents, ServerToClientEvents } from '@contract/socket.js';

type PageSocket = Pick<Socket<ServerToClientEvents, ClientToServerEvents>, 'connected' | 'on' | 'emit'>;

/** Says, on the socket of a conference's pages, what their reader watches, and hears about how many people do. */
export class AudienceLine {
  private socket: PageSocket | null = null;
  private watched: { channelId: string; address: string } | null = null;
  private told: number | null = null;
  private readonly listeners = new Set<() => void>();

  /** People, about, who watch the same; null: too few to be told, or not known. */
  readonly read = (): number | null => this.told;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  use(socket: PageSocket): void {
    this.socket = socket;
    socket.on('connect', () => this.join());
    // what was told may no longer be so
    socket.on('disconnect', () => this.hear(null));
    socket.on('audience:counted', ({ channelId, watching }) => {
      if (channelId === this.watched?.channelId) this.hear(watching);
    });
    this.join();
  }

  /** @param address of the playback that is held; to be said again when there is a new one */
  watch(channelId: string, address: string): void {
    if (this.watched?.channelId !== channelId) this.hear(null);
    this.watched = { channelId, address };
    this.join();
  }

  /** Nothing where something else is watched by now. */
  leave(channelId: string): void {
    if (this.watched?.channelId !== channelId) return;
    this.watched = null;
    this.hear(null);
    if (this.socket?.connected === true) this.socket.emit('audience:leave', { channelId: channelId as never }, () => undefined);
  }

  private join(): void {
    const { watched } = this;
    if (watched === null || this.socket?.connected !== true) return;
    this.socket.emit('audience:join', { address: watched.address }, (reply) => {
      // refused: an address that has just ended; the next one comes by itself
      if (reply.ok && reply.value.channelId === this.watched?.channelId) this.hear(reply.value.watching);
    });
  }

  private hear(told: number | null): void {
    if (told === this.told) return;
    this.told = told;
    for (const listener of this.listeners) listener();
  }
}
