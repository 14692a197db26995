import type { Socket as EngineSocket } from 'engine.io';
import type { Socket as NetSocket } from 'node:net';
import * as ws from 'ws';

/**
 * What we use of the insides of engine.io and ws, in one place. None of it is promised by them: their versions are pinned
 * in package.json, what is missing at run time falls back to the stock path, and shared-frame-adapter.spec.ts tells.
 */
interface WebSocketTransport {
  name: 'websocket';
  writable: boolean;
  perMessageDeflate: unknown;
  socket: ws.WebSocket & { _socket?: NetSocket };
}

interface Insides {
  writeBuffer: { data?: string | Buffer }[];
  transport: WebSocketTransport | { name: 'polling'; writable: boolean };
}

export interface PacketOptions {
  preEncoded: true;
  volatile: boolean | undefined;
  compress: boolean | undefined;
  /** Read by engine.io's websocket transport: the frame, so that it is not made anew for each socket. */
  wsPreEncodedFrame?: Buffer[];
}

const insides = (connection: EngineSocket): Insides => connection as unknown as Insides;
const { Sender } = ws as unknown as { Sender?: { frame?: (data: Buffer, options: object) => Buffer[] } };

/** One websocket frame with an engine.io message packet (type 4), header and payload in one buffer: one write, not two. */
export function frameOf(encodedPacket: string): Buffer | undefined {
  const parts = Sender?.frame?.(Buffer.from(`4${encodedPacket}`), { readOnly: false, mask: false, rsv1: false, opcode: 1, fin: true });
  return parts === undefined ? undefined : Buffer.concat(parts);
}

/**
 * Writes a frame to the TCP socket of an idle websocket. Answers false, and writes nothing, when anything of that
 * connection still waits in engine.io or it is no open websocket: the stock path keeps the order then.
 */
export function writeStraight(connection: EngineSocket, frame: Buffer): boolean {
  const { transport, writeBuffer } = insides(connection);
  if (connection.readyState !== 'open' || transport.name !== 'websocket' || !transport.writable || writeBuffer.length !== 0) return false;
  const { socket } = transport;
  if ((transport).perMessageDeflate || socket.readyState !== ws.WebSocket.OPEN || socket._socket === undefined) return false;
  socket._socket.write(frame);
  return true;
}

/** Bytes written to a connection that the other side has not taken yet. */
export function waitingBytes(connection: EngineSocket): number {
  const { transport, writeBuffer } = insides(connection);
  let bytes = transport.name === 'websocket' ? (transport).socket.bufferedAmount : 0;
  for (const packet of writeBuffer) bytes += packet.data?.length ?? 0;
  return bytes;
}

/**
 * Waits until a connection that is being closed has taken all that was written to it and is gone, and ends it when that
 * takes longer than `patienceMs`. To be called before it is told to close.
 */
export async function awaitEnd(connection: EngineSocket, patienceMs: number): Promise<void> {
  const { transport } = insides(connection);
  const socket = transport.name === 'websocket' ? (transport).socket : undefined;
  await new Promise<void>((ended) => {
    const patience = setTimeout(() => {
      if (socket === undefined) connection.close(true);
      else socket.terminate();
      ended();
    }, patienceMs);
    (socket ?? connection).once('close', () => {
      clearTimeout(patience);
      ended();
    });
  });
}
