import { io, type Socket } from 'socket.io-client';
import type { ClientToServerEvents, ServerToClientEvents } from '../../src/contract/socket.js';
import { PROTOCOL_VERSION, type SocketToken } from '../../src/contract/socket.js';

export type LiveSocket = Socket<ServerToClientEvents, ClientToServerEvents>;

interface Wanted {
  /** The administrator's token: the socket sees drafts. */
  bearer?: string;
  transports?: ('websocket' | 'polling')[];
  /** Replaces what the handshake would carry. */
  auth?: object;
  headers?: Record<string, string>;
}

/** A socket that is connected, as the web client connects. @throws the connect_error, with the problem as its `data` */
export async function aSocket(url: string, wanted: Wanted = {}): Promise<LiveSocket> {
  const socket: LiveSocket = io(url, {
    transports: wanted.transports ?? ['websocket'],
    forceNew: true,
    // as long as a spec may take: that the server is late is no refusal
    timeout: 300_000,
    reconnection: false,
    auth: wanted.auth ?? { token: (await socketToken(url, wanted.bearer)).token, protocol: PROTOCOL_VERSION },
    ...(wanted.headers === undefined ? {} : { extraHeaders: wanted.headers }),
  });
  return await new Promise((resolve, reject) => {
    socket.once('connect', () => resolve(socket));
    socket.once('connect_error', (error) => {
      socket.close();
      reject(error);
    });
  });
}

export async function socketToken(url: string, bearer?: string): Promise<SocketToken> {
  const response = await fetch(`${url}/api/socket-token`, { method: 'POST', headers: bearer === undefined ? {} : { authorization: `Bearer ${bearer}` } });
  if (!response.ok) throw new Error(`no socket token: ${response.status} ${await response.text()}`);
  return (await response.json()) as SocketToken;
}

/** The next message of a kind, from now on. */
export async function nextMessage<E extends keyof ServerToClientEvents>(socket: LiveSocket, event: E): Promise<Parameters<ServerToClientEvents[E]>[0]> {
  const name: string = event;
  return await new Promise((resolve) => {
    (socket as Socket).once(name, resolve);
  });
}
