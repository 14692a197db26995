import type { Socket as ServerSocket } from 'socket.io';
import type { ClientToServerEvents, ServerToClientEvents } from '../contract/socket.js';
import type { Actor } from '../platform/access/policy.js';
import type { RoomName } from './rooms.js';

export interface SocketData {
  /** Who holds the socket, as the token of its handshake says. */
  actor: Actor;
}

export type ClientSocket = ServerSocket<ClientToServerEvents, ServerToClientEvents, Record<string, never>, SocketData>;

/** Whose command it is, as features see it: who, and which rooms. Nothing else of the socket is theirs. */
export interface Caller {
  readonly id: string;
  readonly actor: Actor;
  /** In effect at once: a message sent to the room after this call reaches the caller. */
  join(room: RoomName): void;
  leave(room: RoomName): void;
  isIn(room: RoomName): boolean;
  /** Rooms that it is in. */
  rooms(): number;
  /** Called once, when the socket is closed. */
  whenGone(listener: () => void): void;
}

export function callerOf(socket: ClientSocket): Caller {
  return {
    id: socket.id,
    actor: socket.data.actor,
    // the adapter is in memory, so join and leave return nothing to wait for
    join: (room) => {
      // one that left while its command ran would stay in the room for ever
      if (socket.connected) void socket.join(room);
    },
    leave: (room) => void socket.leave(room),
    isIn: (room) => socket.rooms.has(room),
    // each socket is in a room of its own name
    rooms: () => socket.rooms.size - 1,
    whenGone: (listener) => {
      if (socket.connected) socket.once('disconnect', listener);
      else listener();
    },
  };
}
