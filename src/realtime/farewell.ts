import type { Broadcast } from '../contract/socket.js';
import type { ClientSocket } from './caller.js';
import { awaitEnd } from './engine-internals.js';

/** Tells a socket why it is closed, and closes it; it has `patienceMs` to read it. */
export function bidFarewell(socket: ClientSocket, reason: Broadcast<'connection:closing'>['reason'], patienceMs: number): void {
  void awaitEnd(socket.conn, patienceMs);
  socket.emit('connection:closing', { reason });
  socket.disconnect(true);
}
