import { Injectable } from '@nestjs/common';
import { PacketType } from 'socket.io-parser';
import type { Broadcast, broadcasts } from '../contract/socket.js';
import { callerOf, type Caller, type ClientSocket } from './caller.js';
import { bidFarewell } from './farewell.js';
import type { SharedFrameAdapter } from './shared-frame-adapter.js';
import type { RoomName } from './rooms.js';

/** What the broadcaster needs of the socket server, once that is up. */
export interface Sockets {
  adapter: SharedFrameAdapter;
  sockets: ReadonlyMap<string, ClientSocket>;
  /** Milliseconds in which one that is told to go may read why. */
  farewell: number;
}

/** The one way from a feature to rooms of sockets: typed messages of the contract. Before the server is up, rooms are empty. */
@Injectable()
export class Broadcaster {
  private server: Sockets | undefined;

  attach(server: Sockets): void {
    this.server = server;
  }

  /** Sends a message to everyone in a room. Resolves when it is written to all of them. */
  async publish<E extends keyof typeof broadcasts>(room: RoomName, event: E, message: Broadcast<E>): Promise<void> {
    if (this.audience(room) > 0) await this.deliver([room], event, message, false);
  }

  /** The same for what may be lost: those who have something waiting are passed over. */
  async publishVolatile<E extends keyof typeof broadcasts>(room: RoomName, event: E, message: Broadcast<E>): Promise<void> {
    if (this.audience(room) > 0) await this.deliver([room], event, message, true);
  }

  async publishToAll<E extends keyof typeof broadcasts>(event: E, message: Broadcast<E>): Promise<void> {
    await this.deliver([], event, message, false);
  }

  /** Sockets in a room. */
  audience(room: RoomName): number {
    return this.server?.adapter.rooms.get(room)?.size ?? 0;
  }

  /** Puts those out of a room who may no longer be in it. What was sent before and is not yet written does not reach them. */
  evict(room: RoomName, mayStay: (caller: Caller) => boolean): void {
    for (const id of [...(this.server?.adapter.rooms.get(room) ?? [])]) {
      const socket = this.server?.sockets.get(id);
      if (socket !== undefined && !mayStay(callerOf(socket))) void socket.leave(room);
    }
  }

  /** Closes the sockets of some callers, and tells them why. They may come back at once, as whoever they are then. */
  close(whose: (caller: Caller) => boolean, reason: Broadcast<'connection:closing'>['reason']): void {
    for (const socket of [...(this.server?.sockets.values() ?? [])]) {
      if (whose(callerOf(socket))) bidFarewell(socket, reason, this.server?.farewell ?? 0);
    }
  }

  private async deliver(rooms: RoomName[], event: string, message: unknown, volatile: boolean): Promise<void> {
    await this.server?.adapter.deliver({ type: PacketType.EVENT, data: [event, message] }, { rooms: new Set(rooms), flags: { volatile } });
  }
}
