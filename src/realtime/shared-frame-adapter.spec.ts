import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { Server, type Socket as ServerSocket } from 'socket.io';
import { io as connect, type Socket as ClientSocket } from 'socket.io-client';
import { PacketType } from 'socket.io-parser';
import { sharedFrameAdapter, type SharedFrameAdapter } from './shared-frame-adapter.js';
import * as internals from './engine-internals.js';

let http: HttpServer;
let io: Server;
let adapter: SharedFrameAdapter;
/** Each client with its socket on the server; the last two poll. */
let clients: { client: ClientSocket; socket: ServerSocket; got: string[] }[];
let delivered = 0;

beforeAll(async () => {
  http = createServer();
  io = new Server(http, {
    perMessageDeflate: false,
    adapter: sharedFrameAdapter({ slice: 3, waitingBytes: 1e9, tooSlow: () => undefined, delivered: (count) => (delivered += count) }),
  });
  adapter = io.of('/').adapter as SharedFrameAdapter;
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  clients = [];
  for (const transports of [...Array<['websocket']>(8).fill(['websocket']), ['polling'], ['polling']] as ('websocket' | 'polling')[][]) {
    const arrived = new Promise<ServerSocket>((resolve) => io.once('connection', resolve));
    const client = connect(url, { transports, upgrade: false, forceNew: true, reconnection: false });
    const entry = { client, socket: await arrived, got: [] as string[] };
    client.on('told', (message: string) => entry.got.push(message));
    clients.push(entry);
  }
});
afterAll(async () => {
  const closed = clients.map(async ({ socket }) => await new Promise<void>((resolve) => socket.conn.once('close', () => resolve())));
  clients.forEach(({ client }) => client.close());
  await Promise.all(closed);
  await io.close();
});

const tell = async (room: string, message: string): Promise<void> =>
  await adapter.deliver({ type: PacketType.EVENT, data: ['told', message] }, { rooms: new Set([room]) });

/** Everything that was sent before has arrived: a last message, by the stock way, after all deliveries. */
async function settled(): Promise<void> {
  const ends = clients.map(async ({ client }) => await new Promise<void>((resolve) => client.once('end', () => resolve())));
  await adapter.deliver({ type: PacketType.EVENT, data: ['end'] }, { rooms: new Set() });
  await Promise.all(ends);
}

const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ act: fc.constant('tell' as const), room: fc.constantFrom('a', 'b') }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('join' as const), room: fc.constantFrom('a', 'b'), who: fc.nat(9) }) },
  // a message to one socket alone takes the stock way, in between
  { weight: 1, arbitrary: fc.record({ act: fc.constant('alone' as const), who: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('turn' as const) }) },
);

test('each client gets what was sent to its rooms since it joined, once and in order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
      clients.forEach((client) => (client.got.length = 0));
      const expected = clients.map(() => [] as string[]);
      const rooms = { a: new Set<number>(), b: new Set<number>() };
      for (const [number, one] of steps.entries()) {
        if (one.act === 'join') {
          rooms[one.room].add(one.who);
          void clients[one.who]?.socket.join(one.room);
        } else if (one.act === 'tell') {
          rooms[one.room].forEach((who) => expected[who]?.push(`${number}`));
          void tell(one.room, `${number}`);
        } else if (one.act === 'alone') {
          clients[one.who]?.socket.emit('alone', 'x'.repeat(2_000));
        } else {
          await new Promise(setImmediate);
        }
      }
      await settled();
      clients.forEach(({ socket }) => ['a', 'b'].forEach((room) => void socket.leave(room)));
      expect(clients.map(({ got }) => got)).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});

test('idle websockets are written to directly: the insides that this needs are there', () => {
  const frame = internals.frameOf('2["alone","x"]');
  expect(frame?.toString('latin1', 2)).toBe('42["alone","x"]');
  const written = clients.map(({ socket }) => internals.writeStraight(socket.conn, frame as Buffer));
  expect(written).toEqual([...Array<boolean>(8).fill(true), false, false]);
  expect(internals.waitingBytes((clients[0] as (typeof clients)[0]).socket.conn)).toBeGreaterThanOrEqual(0);
});

test('who left before its turn gets nothing', async () => {
  clients.forEach(({ socket, got }) => {
    got.length = 0;
    void socket.join('c');
  });
  // slices of three: the first three are written to at once, the others in later turns
  const done = tell('c', 'farewell');
  clients.slice(5).forEach(({ socket }) => void socket.leave('c'));
  await done;
  await settled();
  expect(clients.map(({ got }) => got.length)).toEqual([1, 1, 1, 1, 1, 0, 0, 0, 0, 0]);
});

test('what is written is counted', async () => {
  delivered = 0;
  await tell('nobody', 'x');
  await tell('c', 'x');
  expect(delivered).toBe(5);
});
