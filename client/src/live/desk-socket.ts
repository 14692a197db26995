import { io, type Socket } from 'socket.io-client';
import type { ClientToServerEvents, PROTOCOL_VERSION, ServerToClientEvents } from '@contract/socket.js';
import { readSocketToken } from './agenda-requests.js';
import { jitter } from './jitter.js';

// a type, so that the contract's schemas stay out of the page; it fails to compile when the version is raised
const PROTOCOL: typeof PROTOCOL_VERSION = 1;

/** The socket of a desk (the board, the control room), which is connected again whenever it is lost. */
export interface DeskSocket {
  socket: Socket<ServerToClientEvents, ClientToServerEvents>;
  /** Acts once, within so many milliseconds, in place of what was to be done later before. */
  later: (act: () => void, atMost: number) => void;
  close: () => void;
}

/** @param lost told each time, and again while it can't be had back */
export function openDeskSocket(lost: () => void): DeskSocket {
  const socket: DeskSocket['socket'] = io({
    transports: ['websocket', 'polling'], tryAllTransports: true, reconnectionDelay: 500, reconnectionDelayMax: 10_000, randomizationFactor: 0.5,
    auth: (give) => void readSocketToken().then((token) => give({ token, protocol: PROTOCOL })),
  });
  let again: ReturnType<typeof setTimeout> | undefined;
  const later = (act: () => void, atMost: number): void => {
    clearTimeout(again);
    again = setTimeout(act, jitter(atMost));
  };
  socket.on('connect_error', () => {
    lost();
    // refused by the server: the library tries again by itself only where the network failed
    if (!socket.active) later(() => socket.connect(), 5_000);
  });
  socket.on('disconnect', (reason) => {
    lost();
    if (reason === 'io server disconnect') later(() => socket.connect(), 2_000);
  });
  const reconnect = (): void => {
    if (!socket.connected) socket.disconnect().connect();
  };
  const networkLost = (): void => {
    lost();
    socket.disconnect();
    later(() => socket.connect(), 1_000);
  };
  addEventListener('online', reconnect);
  addEventListener('offline', networkLost);
  return {
    socket,
    later,
    close: () => {
      clearTimeout(again);
      removeEventListener('online', reconnect);
      removeEventListener('offline', networkLost);
      socket.disconnect();
    },
  };
}
