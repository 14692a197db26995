import type { BoardPoint, BoardPointer, DraftEdit } from '@contract/board.js';
import type { Reply } from '@contract/problem.js';
import type { CommandOutput } from '@contract/socket.js';
import { openDeskSocket } from '../../../live/desk-socket.js';

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

const ACK_TIMEOUT = 10_000;

/** Follows a conference's draft until it is closed. */
export function followBoard(conference: string, follower: BoardFollower): BoardLine {
  const { socket, later, close } = openDeskSocket(() => follower.lost());
  let following = false;
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
  return {
    point: (point) => {
      if (socket.connected) socket.emit('board:point', { conference, ...point }, () => undefined);
    },
    close,
  };
}
