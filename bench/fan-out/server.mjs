// One server of the bench, in a process of its own: `server.mjs VARIANT DATABASE_URL DATA_DIRECTORY`. Told by messages when to broadcast.
import { createServer } from 'node:http';
import { once } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';

const [variant, databaseUrl, dataDirectory] = process.argv.slice(2);
const CONFERENCE = '01930000-0000-7000-8000-000000000001';
const SLUG = 'bench';

/** A delay of one session, as it goes out: about 600 bytes. */
const revision = {
  revision: 1, at: '2026-11-24T09:00:00.000Z', kind: 'live', release: null, note: 'The train of the first speaker is late; we begin when everyone is here.',
  changes: [{
    change: 'session.delayed', sessionId: CONFERENCE, minutes: 12,
    from: { roomId: CONFERENCE, startsAt: '2026-11-24T09:00:00.000Z', endsAt: '2026-11-24T09:30:00.000Z' },
    to: { roomId: CONFERENCE, startsAt: '2026-11-24T09:12:00.000Z', endsAt: '2026-11-24T09:42:00.000Z' },
  }],
};
const message = { conference: SLUG, from: 0, to: 1, revisions: [revision] };

const { port, tell, tokens = [] } = await { ws: plain, 'socket.io': stock, meridian }[variant]();
process.on('message', async ({ messages }) => {
  const before = process.cpuUsage();
  for (let n = 0; n < messages; n += 1) await tell();
  const { user, system } = process.cpuUsage(before);
  process.send({ is: 'told', cpuMicroseconds: user + system });
});
process.send({ is: 'ready', port, tokens });

async function plain() {
  const { Sender, WebSocketServer } = await import('ws');
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
  await once(server, 'listening');
  const tell = async () => {
    const frame = Buffer.concat(Sender.frame(Buffer.from(JSON.stringify(message)), { readOnly: false, mask: false, rsv1: false, opcode: 1, fin: true }));
    for (const client of server.clients) client._socket.write(frame);
    await nextTurn();
  };
  return { port: server.address().port, tell };
}

async function stock() {
  const { Server } = await import('socket.io');
  const http = createServer();
  const io = new Server(http, { perMessageDeflate: false, serveClient: false });
  io.on('connection', (socket) => socket.on('agenda:follow', (_input, ack) => {
    void socket.join('conference');
    ack({});
  }));
  await new Promise((resolve) => http.listen(0, '127.0.0.1', resolve));
  const tell = async () => {
    io.to('conference').emit('agenda:changed', message);
    await nextTurn();
  };
  return { port: http.address().port, tell };
}

/** The whole application; only the pacing of admission is off, so that joins show what a process can do. */
async function meridian() {
  await import('reflect-metadata');
  const dist = '../../dist/src';
  const { createApp } = await import(`${dist}/create-app.js`);
  const { administratorToken } = await import(`${dist}/platform/access/administrator-token.js`);
  const { readConfiguration } = await import(`${dist}/platform/configuration.js`);
  const { openDataSource } = await import(`${dist}/platform/database/data-source.js`);
  const { migrate } = await import(`${dist}/platform/database/migrate.js`);
  const { Broadcaster } = await import(`${dist}/realtime/broadcaster.js`);
  const { DEFAULT_LIMITS } = await import(`${dist}/realtime/limits.js`);
  const { conferenceRoom } = await import(`${dist}/realtime/rooms.js`);
  const { SCHEMA } = await import(`${dist}/schema.js`);
  DEFAULT_LIMITS.admission = { perSecond: 1e6, burst: 1e6 };
  DEFAULT_LIMITS.sockets = 1e6;

  const source = await openDataSource(databaseUrl, SCHEMA);
  await migrate(source);
  await source.query(
    `INSERT INTO conference (id, slug, title, status, zone, starts_on, ends_on) VALUES ($1, $2, 'Bench', 'published', 'Europe/Paris', '2026-11-24', '2026-11-24') ON CONFLICT DO NOTHING`,
    [CONFERENCE, SLUG],
  );
  const configuration = readConfiguration({ LOG_LEVEL: 'silent', MERIDIAN_DATA_DIR: dataDirectory });
  const app = await createApp({ configuration, source, administratorToken: administratorToken('x'.repeat(32)) });
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address();
  const { token } = await (await fetch(`http://127.0.0.1:${port}/api/socket-token`, { method: 'POST' })).json();
  const broadcaster = app.get(Broadcaster, { strict: false });
  return { port, tokens: [token], tell: async () => await broadcaster.publish(conferenceRoom(CONFERENCE), 'agenda:changed', message) };
}
