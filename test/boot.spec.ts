import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { clusterFolder } from '../src/platform/database/cluster.js';
import { freePort } from '../src/platform/database/free-port.js';
import { readPostmaster } from '../src/platform/database/postmaster.js';
import { aProcess, type SpokenProcess } from './support/a-process.js';
import { aServer } from './support/running-server.js';
import { anEmptyDatabase } from './support/test-database.js';

let folder: string;
let started: SpokenProcess[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'meridian-boot-'));
  started = [];
});
afterEach(async () => {
  for (const { child, ended } of started) {
    child.kill('SIGTERM');
    await ended;
  }
  await rm(folder, { recursive: true, force: true });
});

/** The built server with an embedded database in `folder`, unless told otherwise. */
async function start(environment: NodeJS.ProcessEnv = {}): Promise<SpokenProcess & { url: string }> {
  const port = environment['PORT'] ?? String(await freePort());
  const server = aProcess('main.js', { PORT: port, HOST: '127.0.0.1', MERIDIAN_DATA_DIR: folder, MERIDIAN_DEMO: '0', MERIDIAN_STREAMS: '0', ...environment });
  started.push(server);
  return { ...server, url: `http://127.0.0.1:${port}` };
}

const conferences = async (url: string): Promise<unknown> => ((await (await fetch(`${url}/api/conferences`)).json()) as { items: unknown }).items;
const LISTENS = 'Meridian is at ';
const tokenIn = (said: string): string | undefined => /^ {2}([\w-]{43})$/m.exec(said)?.[1];

describe('the first start', () => {
  it('makes a database, and shows the administrator’s token once, beside the log and not in it', async () => {
    const first = await start();
    await first.says('Whoever has it may change everything');
    const token = tokenIn(first.said());
    const path = join(folder, 'administrator-token');
    expect((await readFile(path, 'utf8')).trim()).toBe(token);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    const lines = first.said().split('\n').filter((line) => line.startsWith('{'));
    expect(lines.filter((line) => line.includes(token!))).toEqual([]);
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    expect(await readPostmaster(clusterFolder(folder))).toBeNull();

    const second = await start();
    await second.says(LISTENS);
    second.child.kill('SIGTERM');
    expect(await second.ended).toBe(0);
    expect(tokenIn(second.said())).toBeUndefined();
  });

  it('makes the demo when nobody is there to be asked, and only where no conference is', async () => {
    const first = await start({ MERIDIAN_DEMO: '' });
    await first.says(LISTENS);
    expect(await conferences(first.url)).toEqual([expect.objectContaining({ slug: 'open-horizons' })]);
    first.child.kill('SIGTERM');
    await first.ended;

    const second = await start({ MERIDIAN_DEMO: '1' });
    await second.says(LISTENS);
    expect(second.said()).not.toContain('Making the demo');
    expect(await conferences(second.url)).toHaveLength(1);
  });
});

it('loses nothing that was acknowledged when everything is killed', async () => {
  const first = await start();
  await first.says('Whoever has it');
  const token = tokenIn(first.said())!;
  const conference = { slug: 'kept', title: 'Kept', zone: 'Europe/Paris', languages: ['en'], startsOn: '2026-11-24', endsOn: '2026-11-25' };
  const made = await fetch(`${first.url}/api/conferences`, {
    method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: JSON.stringify(conference),
  });
  expect(made.status).toBe(201);
  const postmaster = await readPostmaster(clusterFolder(folder));
  first.child.kill('SIGKILL');
  process.kill(postmaster!.pid, 'SIGKILL');
  await first.ended;

  const second = await start();
  await second.says(LISTENS);
  expect(second.said()).toContain(`The data folder was left locked by process ${first.child.pid}, which is gone.`);
  expect(second.said()).toContain('PostgreSQL recovers by itself');
  expect((await fetch(`${second.url}/api/conferences/kept`, { headers: { authorization: `Bearer ${token}` } })).status).toBe(200);
});

describe('a start that can’t go on', () => {
  const refusal = async (environment: NodeJS.ProcessEnv): Promise<string> => {
    const server = await start(environment);
    expect(await server.ended).toBe(1);
    const said = server.said().split('\n').filter((line) => !line.startsWith('{'));
    expect(said.join('\n')).not.toMatch(/^\s+at /m);
    return said.join('\n').trim();
  };

  it('names the port that is taken, and leaves no database running', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const said = await refusal({ PORT: String(port) });
    other.close();
    expect(said).toContain(`Port ${port} is taken by another program. Stop it, or choose another: PORT=${port + 1} npm start`);
    expect(await readPostmaster(clusterFolder(folder))).toBeNull();
  });

  it('names the process that has the data folder', async () => {
    const holder = await start();
    await holder.says(LISTENS);
    expect(await refusal({})).toContain(`The data folder ${folder} is in use by the server of Meridian (process ${holder.child.pid}`);
    expect((await fetch(`${holder.url}/health/ready`)).status).toBe(200);
  });

  it.each([
    ['a wrong value', { PORT: 'http' }, 'PORT: "http" is not valid. Expected: a port number'],
    ['a database that is not there', { DATABASE_URL: 'postgres://me:a-secret@127.0.0.1:1/conf' }, 'The database at 127.0.0.1:1/conf (DATABASE_URL) cannot be opened'],
  ])('names %s', async (_name, environment, expected) => {
    const said = await refusal(environment);
    expect(said).toContain(expected);
    expect(said).not.toContain('a-secret');
  });
});

describe('SIGTERM', () => {
  /** A request whose body is not whole yet: the server waits for the rest. */
  async function halfARequest(url: string, head: string): Promise<Socket> {
    const { port } = new URL(url);
    const socket = connect(Number(port), '127.0.0.1');
    await once(socket, 'connect');
    socket.write(head);
    return socket;
  }
  const rest = async (socket: Socket, text: string): Promise<string> => {
    socket.write(text);
    return Buffer.concat((await socket.toArray()) as Buffer[]).toString();
  };

  it('turns readiness off, accepts nothing new, finishes what is in flight, and exits with 0', async () => {
    const database = await anEmptyDatabase();
    const server = await start({ DATABASE_URL: database.url });
    await server.says('Whoever has it');
    const body = JSON.stringify({ slug: 'last', title: 'Last', zone: 'UTC', languages: ['en'], startsOn: '2026-11-24', endsOn: '2026-11-24' });
    const write = await halfARequest(
      server.url,
      `POST /api/conferences HTTP/1.1\r\nhost: meridian\r\nauthorization: Bearer ${tokenIn(server.said())}\r\n` +
        `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body.slice(0, 10)}`,
    );
    const probe = await halfARequest(server.url, 'GET /health/ready HTTP/1.1\r\nhost: meridian\r\n');
    // both have been read when this one, sent after them, is answered
    await fetch(`${server.url}/health/live`, { headers: { connection: 'close' } });

    server.child.kill('SIGTERM');
    await server.says('Stopping');
    const ready = await rest(probe, '\r\n');
    expect(ready).toMatch(/^HTTP\/1\.1 503 .*"running":"failed"/s);
    await expect(fetch(`${server.url}/health/live`)).rejects.toThrow();
    expect(await rest(write, body.slice(10))).toMatch(/^HTTP\/1\.1 201 .*connection: close.*"slug":"last"/is);
    expect(await server.ended).toBe(0);

    const client = new Client({ connectionString: database.url });
    await client.connect();
    expect((await client.query(`SELECT slug FROM conference`)).rows).toEqual([{ slug: 'last' }]);
    await client.end();
    await database.drop();
  });

  it('in the middle of the first start leaves a folder that starts', async () => {
    const first = await start();
    await first.says('Making the database');
    first.child.kill('SIGTERM');
    await first.ended;
    const second = await start();
    await second.says(LISTENS);
    expect((await fetch(`${second.url}/health/ready`)).status).toBe(200);
  });
});

describe('a command', () => {
  it('works on the database of the server that runs, and leaves it running', async () => {
    const server = await start();
    await server.says(LISTENS);
    const demo = aProcess('cli.js', { MERIDIAN_DATA_DIR: folder }, ['demo']);
    expect({ code: await demo.ended, said: demo.said() }).toEqual({ code: 0, said: 'The demo conference is there: open-horizons\n' });
    expect(await conferences(server.url)).toEqual([expect.objectContaining({ slug: 'open-horizons' })]);
    expect((await fetch(`${server.url}/health/ready`)).status).toBe(200);
  });

  it.each([
    ['that is refused', ['demo', '--twice'], 2, /unknown option '--twice'/],
    ['that does not exist', ['nonsense'], 2, /unknown command 'nonsense'/],
    ['that lacks what it needs', ['token'], 1, /^There is no token yet: .*\n$/],
  ])('%s says so in a line, with its code', async (_name, args, code, expected) => {
    const command = aProcess('cli.js', { MERIDIAN_DATA_DIR: folder }, args);
    expect(await command.ended).toBe(code);
    expect(command.said()).toMatch(expected);
    expect(command.said()).not.toMatch(/^\s+at /m);
  });
});

it('starts again on the same port, database and data folder', async () => {
  const server = await aServer();
  expect((await fetch(`${server.url}/health/ready`)).status).toBe(200);
  expect(await server.kill('SIGKILL')).toBeNull();
  await server.restart();
  expect((await fetch(`${server.url}/health/ready`)).status).toBe(200);
  await server.close();
});
