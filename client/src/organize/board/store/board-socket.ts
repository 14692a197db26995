import { io, type Socket } from 'socket.io-client';
import type { BoardPoint, BoardPointer, DraftEdit } from '@contract/board.js';
import type { Reply } from '@contract/problem.js';
import type { ClientToServerEvents, CommandOutput, PROTOCOL_VERSION, ServerToClientEvents } from '@contract/socket.js';
import { readSocketToken } from '../../../live/agenda-requests.js';
import { jitter } from '../../../live/jitter.js';

/** What the socket needs of the one who keeps the board. */
export interface BoardFollower {
  /** The draft edit held now. */
  held: () => number;
  /** Takes edits in; false where something between is missing. */
  take: (edits: readonly DraftEdit[]) => boolean;
  /** Reads the whole board over HTTP; false where that failed. */
  readAnew: () => Promise<boolean>;
  /** The server says that nothing is missing. */
  caughtUp: (you: string) => void;
  lost: () => void;
  pointed: (pointer: BoardPointer) => void;
}

export interface BoardLine {
  point: (point: BoardPoint) => void;
  close: () => void;
}

// a type, so that the contract's schemas stay out of the page; it fails to compile when the version is raised
const PROTOCOL: typeof PROTOCOL_VERSION = 1;
const ACK_TIMEOUT = 10_000;

/** Follows a conference's draft until it is closed. */
export function followBoard(conference: string, follower: BoardFollower): BoardLine {
  const socket: Socket<ServerToClientEvents, ClientToServerEvents> = io({
    transports: ['websocket', 'polling'], tryAllTransports: true, reconnectionDelay: 500, reconnectionDelayMax: 10_000, randomizationFactor: 0.5,
    auth: (give) => void readSocketToken().then((token) => give({ token, protocol: PROTOCOL })),
  });
  let following = false;
  let again: ReturnType<typeof setTimeout> | undefined;
  const later = (act: () => void, atMost: number): void => {
    clearTimeout(again);
    again = setTimeout(act, jitter(atMost));
  };
  const follow = (): void => {
    if (following || !socket.connected) return;
    following = true;
    socket.timeout(ACK_TIMEOUT).emit('board:follow', { conference, since: follower.held() }, (error: Error | null, reply: Reply<CommandOutput<'board:follow'>>) => {
      following = false;
      if (error !== null) return later(follow, 2_000);
      if (!reply.ok) return later(follow, 10_000);
      if ('snapshot' in reply.value) return void readAndFollow();
      if (follower.take(reply.value.edits) && follower.held() >= reply.value.edit) follower.caughtUp(reply.value.you);
      else later(follow, 500);
    });
  };
  const readAndFollow = async (): Promise<void> => {
    if (await follower.readAnew()) follow();
    else later(() => void readAndFollow(), 5_000);
  };
  socket.on('connect', follow);
  socket.on('board:edited', (message) => {
    if (message.conference === conference && !follower.take(message.edits)) follow();
  });
  socket.on('board:stale', (message) => {
    if (message.conference === conference) void readAndFollow();
  });
  socket.on('board:pointed', ({ conference: where, ...pointer }) => {
    if (where === conference) follower.pointed(pointer);
  });
  socket.on('connect_error', () => {
    follower.lost();
    // refused by the server: the library tries again by itself only where the network failed
    if (!socket.active) later(() => socket.connect(), 5_000);
  });
  socket.on('disconnect', (reason) => {
    follower.lost();
    if (reason === 'io server disconnect') later(() => socket.connect(), 2_000);
  });
  const reconnect = (): void => {
    if (!socket.connected) socket.disconnect().connect();
  };
  const networkLost = (): void => {
    follower.lost();
    socket.disconnect();
    later(() => socket.connect(), 1_000);
  };
  addEventListener('online', reconnect);
  addEventListener('offline', networkLost);
  return {
    point: (point) => {
      if (socket.connected) socket.emit('board:point', { conference, ...point }, () => undefined);
    },
    close: () => {
      clearTimeout(again);
      removeEventListener('online', reconnect);
      removeEventListener('offline', networkLost);
      socket.disconnect();
    },
  };
}
