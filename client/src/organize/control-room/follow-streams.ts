import type { Reply } from '@contract/problem.js';
import type { CommandOutput } from '@contract/socket.js';
import type { ChannelFigures, StreamEvent } from '@contract/streams.js';
import { openDeskSocket } from '../../live/desk-socket.js';

/** What the socket needs of the one who keeps the control room. */
export interface StreamsFollower {
  figures: (channels: readonly ChannelFigures[]) => void;
  happened: (event: StreamEvent) => void;
  /** The server follows us again: what happened in between is to be read. */
  followed: () => void;
  lost: () => void;
}

export interface StreamsLine {
  /** There is another stage: whoever looks after a city only has to say so. */
  followAnew: () => void;
  close: () => void;
}

const ACK_TIMEOUT = 10_000;

/**
 * Follows how a conference's stages are until it is closed. That somebody follows is what the server goes by: figures are told, and test pictures
 * are made, only while a control room is open.
 */
export function followStreams(conference: string, follower: StreamsFollower): StreamsLine {
  const { socket, later, close } = openDeskSocket(() => follower.lost());
  let following = false;
  const follow = (): void => {
    if (following || !socket.connected) return;
    following = true;
    socket.timeout(ACK_TIMEOUT).emit('streams:follow', { conference }, (error: Error | null, reply: Reply<CommandOutput<'streams:follow'>>) => {
      following = false;
      if (error !== null) return later(follow, 2_000);
      if (!reply.ok) return later(follow, 10_000);
      follower.figures(reply.value.channels);
      follower.followed();
    });
  };
  socket.on('connect', follow);
  socket.on('streams:figures', (message) => {
    if (message.conference === conference) follower.figures(message.channels);
  });
  socket.on('streams:happened', (message) => {
    if (message.conference === conference) follower.happened(message.event);
  });
  return { followAnew: follow, close };
}
