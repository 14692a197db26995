import type { Broadcast } from '../contract/socket.js';
import type { ClientSocket } from './caller.js';
import { awaitEnd } from './engine-internals.js';

/** Milliseconds in which a socket that is told to go may read why. */
export const FAREWELL_MS = 3_000;

/** Tells a socket why it is closed, and closes it. */
export function bidFarewell(socket: ClientSocket, reason: Broadcast<'connection:closing'>['reason']): void {
  void awaitEnd(socket.conn, FAREWELL_MS);
  socket.emit('connection:closing', { reason });
  socket.disconnect(true);
}
