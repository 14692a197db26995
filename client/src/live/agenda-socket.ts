import { io, type Socket } from 'socket.io-client';
import type { Revision } from '@contract/changes.js';
import type { Problem, Reply } from '@contract/problem.js';
import type { Broadcast, ClientToServerEvents, CommandOutput, PROTOCOL_VERSION, ServerToClientEvents } from '@contract/socket.js';
import { onIdentity, refreshMe } from '../account/me-store.js';
import { refreshNotices } from '../notices/notices-store.js';
import { readSocketToken } from './agenda-requests.js';
import type { AudienceLine } from './audience-line.js';
import { jitter } from './jitter.js';

/** What the socket needs of the one who keeps the agenda. */
export interface Follower {
  /** The revision held now. */
  held: () => number;
  /** Takes revisions in; false where something between is missing. */
  take: (revisions: readonly Revision[]) => boolean;
  /** Reads the whole agenda over HTTP, and holds it where it is still wanted when it comes; false where that failed. */
  readAnew: (isWanted: () => boolean) => Promise<boolean>;
  behind: () => void;
  caughtUp: () => void;
  /** The server was heard: a message or a sign of life. */
  heard: () => void;
  lost: () => void;
  counted: (presence: Broadcast<'presence:counted'>) => void;
  /** The server no longer knows the conference: it was removed, or is no longer for this reader. */
  gone: () => void;
  /** The server no longer speaks this page's protocol. */
  outdated: () => void;
}

// a type, so that the contract's schemas stay out of the page; it fails to compile when the version is raised
const PROTOCOL: typeof PROTOCOL_VERSION = 1;
const ACK_TIMEOUT = 10_000;

/** Follows a conference's agenda until the returned function is called. */
export function followAgenda(conference: string, follower: Follower, audience: AudienceLine): () => void {
  const socket: Socket<ServerToClientEvents, ClientToServerEvents> = io({
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 10_000,
    randomizationFactor: 0.5,
    auth: (give) => {
      // a fresh one each time: it lives for minutes, the page for days
      void readSocketToken().then((token) => give({ token, protocol: PROTOCOL }));
    },
  });
  let following = false;
  let again: ReturnType<typeof setTimeout> | undefined;
  const later = (act: () => void, atMost: number, atLeast = 0): void => {
    clearTimeout(again);
    again = setTimeout(act, atLeast + jitter(atMost));
  };

  const follow = (): void => {
    if (following || !socket.connected) return;
    following = true;
    follower.behind();
    // answered in a callback and not in a promise: a change behind the answer may come in the same breath, and belongs after it
    socket.timeout(ACK_TIMEOUT).emit('agenda:follow', { conference, since: follower.held() }, (error: Error | null, reply: Reply<CommandOutput<'agenda:follow'>>) => {
      following = false;
      // no answer in time: if the socket is gone, connecting follows again
      if (error !== null) return later(follow, 2_000);
      follower.heard();
      if (!reply.ok) return isNotFound(reply.problem) ? follower.gone() : later(follow, 10_000);
      if ('snapshot' in reply.value) return later(() => void readAndFollow(), SPREAD);
      if (follower.take(reply.value.revisions) && follower.held() === reply.value.revision) follower.caughtUp();
      else later(follow, 500);
    });
  };
  const readAndFollow = async (): Promise<void> => {
    const disowned = follower.held();
    // what was carried forward while the answer was on its way is newer than it
    const read = await follower.readAnew(() => follower.held() === disowned);
    if (read) follow();
    else later(() => void readAndFollow(), 5_000);
  };

  let isFirst = true;
  socket.on('connect', () => {
    follow();
    // what was told while nobody listened
    if (!isFirst) void refreshNotices();
    isFirst = false;
  });
  socket.on('agenda:changed', (message) => {
    if (message.conference !== conference) return;
    follower.heard();
    if (!follower.take(message.revisions) || follower.held() < message.to) follow();
  });
  socket.on('agenda:stale', (message) => {
    if (message.conference !== conference || message.revision === follower.held()) return;
    // older than what is held: late, or the server was restored from a copy; it says which when we follow
    if (message.revision < follower.held()) return follow();
    follower.behind();
    later(() => void readAndFollow(), SPREAD);
  });
  socket.on('agenda:gone', (message) => {
    if (message.conference === conference) follower.gone();
  });
  socket.on('presence:counted', (message) => {
    follower.heard();
    if (message.conference === conference) follower.counted(message);
  });
  audience.use(socket);
  socket.on('notification:added', () => void refreshNotices());
  socket.on('connection:closing', ({ reason }) => {
    // signed out from elsewhere, or a role is gone
    if (reason === 'actor-changed') void refreshMe();
  });
  socket.io.on('ping', follower.heard);
  socket.on('connect_error', (error) => {
    follower.lost();
    if (isOutdated(error)) follower.outdated();
    // refused by the server: the library tries again by itself only where the network failed
    else if (!socket.active) later(() => socket.connect(), 5_000, secondsToWait(error) * 1_000);
  });
  let becoming = false;
  socket.on('disconnect', (reason) => {
    // it was us, and it is back at once
    if (becoming) return follower.behind();
    follower.lost();
    if (reason === 'io server disconnect') later(() => socket.connect(), SPREAD);
  });

  const reconnect = (): void => {
    if (!socket.connected) socket.disconnect().connect();
  };
  const networkLost = (): void => {
    // the browser may be wrong about it, so that the library goes on trying
    follower.lost();
    socket.disconnect();
    later(() => socket.connect(), 1_000);
  };
  const shown = (): void => {
    if (document.visibilityState === 'visible') reconnect();
  };
  // a socket is whoever connected it: somebody else connects anew
  const forgetIdentity = onIdentity(() => {
    becoming = true;
    socket.disconnect().connect();
    becoming = false;
  });
  addEventListener('online', reconnect);
  addEventListener('offline', networkLost);
  document.addEventListener('visibilitychange', shown);

  return () => {
    clearTimeout(again);
    forgetIdentity();
    removeEventListener('online', reconnect);
    removeEventListener('offline', networkLost);
    document.removeEventListener('visibilitychange', shown);
    socket.disconnect();
  };
}

/** Milliseconds over which all clients spread what they do at the same signal. */
const SPREAD = 2_000;

/** The problem with which the server refused a connection, where it was the server. */
function problemOf(error: Error): Partial<Problem> {
  return 'data' in error && typeof error.data === 'object' ? (error.data ?? {}) : {};
}

const isNotFound = (problem: Problem): boolean => problem.type.endsWith(':not-found');
const isOutdated = (error: Error): boolean => problemOf(error).type?.endsWith(':protocol-outdated') ?? false;
const secondsToWait = (error: Error): number => problemOf(error).retryAfter ?? 0;
