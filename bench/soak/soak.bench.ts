import { fork, type ChildProcess } from 'node:child_process';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import pg from 'pg';
import { projectFolder } from '../../src/platform/build-folders.js';
import { aFailingHouse, type FailingHouse } from '../failover/a-failing-house.js';
import { aFilm } from '../failover/encoders.js';
import { machine, table } from '../figures.js';
import { probeRenditions } from './probe-renditions.js';
import { busyShare, workedBy } from './processor-time.js';
import { PlaylistReader } from './read-playlists.js';

const MINUTES = Number(process.env['SOAK_MINUTES'] ?? 30);
const LOAD = Number(process.env['SOAK_LOAD'] ?? 80) / 100;
const FAILOVERS = process.env['SOAK_FAILOVERS'] === '1';
/** Seconds for which the encoders' work is counted. */
const COUNTED = 20;
/** Milliseconds: between two kills, and from a kill to the next start. */
const KILL_EACH = 60_000;
const AWAY = 5_000;

let house: FailingHouse;
let on: string;
let burners: ChildProcess[] = [];
const rows: [string, string, string][] = [];

beforeAll(async () => {
  on = machine(null);
  house = await aFailingHouse(1);
}, 300_000);

afterAll(async () => {
  for (const burner of burners) burner.kill('SIGKILL');
  process.stdout.write(`\n${on}\n\n${table(['what', 'wanted', 'measured'], rows)}\n\n`);
  await house.close();
});

it('what the encoders of a stage cost', async () => {
  const encoded = await aFilm(house.folder, { tone: 880, keyFrames: 100 });
  const first = house.followers.untilAll('backup', 0);
  await house.start('backup', encoded);
  await first;
  await tellCost('encoded here, 720p and 360p');
  const live = house.followers.untilAll('live');
  await Promise.all([house.start('backup'), house.start('primary')]);
  await live;
  await tellCost('720p copied, 360p encoded, by either path');
}, 300_000);

/** Cores that each ffmpeg of the server takes, and the server. */
async function tellCost(name: string): Promise<void> {
  // an input is looked at first, by an ffmpeg that is soon gone
  await after(10_000);
  const pid = house.server.pid()!;
  const before = workedBy(pid);
  await after(COUNTED * 1_000);
  const now = workedBy(pid);
  if (before === null || now === null) return void rows.push([`cores, ${name}`, '≤ 0.5', 'not known: there is no /proc']);
  const cores = [...now.ffmpegs].flatMap(([id, worked]) => (before.ffmpegs.has(id) ? [(worked - before.ffmpegs.get(id)!) / COUNTED] : []));
  rows.push([`cores, ${name}`, '≤ 0.5', `${cores.map((share) => share.toFixed(2)).join(', ')} (the server itself ${((now.itself - before.itself) / COUNTED).toFixed(2)})`]);
}

it(`${MINUTES} minutes`, async () => {
  const reader = new PlaylistReader(house.server.url, await house.playback());
  const from = house.followers.turns.length;
  const startedAt = new Date();
  if (LOAD > 0) burners = cpus().map(() => fork(join(projectFolder(), 'bench', 'soak', 'burner.mjs'), [String(LOAD)], { execArgv: [] }));
  const busy = busyShare();
  const until = Date.now() + MINUTES * 60_000;
  let kills = 0;
  const failing = FAILOVERS ? failOver(until, () => (kills += 1)) : Promise.resolve();
  while (Date.now() < until) {
    const next = Date.now() + 1_000;
    await reader.readAll();
    await after(Math.max(0, next - Date.now()));
  }
  const share = busy();
  await failing;
  for (const burner of burners) burner.kill('SIGKILL');
  burners = [];
  rows.push(['processors busy, on the whole', LOAD > 0 ? `${LOAD * 100} %` : '', `${Math.round(share * 100)} %`]);
  const switches = house.followers.turns.slice(from).map(({ state }) => state);
  // each kill is one to the backup and one back
  rows.push([`switches in ${MINUTES} minutes`, FAILOVERS ? `${kills * 2}, of ${kills} kills` : 'none', switches.length === 0 ? 'none' : `${switches.length}`]);
  rows.push(['states of the inputs and the stage meanwhile', '', await eventsSince(startedAt)]);
  rows.push([`playlists read by hls-parser (strict) and m3u8-parser`, 'all accepted', `${reader.read}, ${reader.failed} refused`]);
  const addresses = await reader.renditionsOf((await house.playback()).plainUrl);
  const { by, read } = await probeRenditions(addresses);
  rows.push([`renditions that ffprobe reads (${by})`, 'all', `${read.length}: ${read.join('; ')}`]);
  for (const complaint of reader.complaints) process.stdout.write(`\n${complaint}\n`);
  expect({ refused: reader.failed, switches: switches.length }).toEqual({ refused: 0, switches: kills * 2 });
}, (MINUTES + 5) * 60_000);

async function failOver(until: number, killed: () => void): Promise<void> {
  while (Date.now() + KILL_EACH < until) {
    const backup = house.followers.untilAll('backup');
    await house.kill('primary');
    killed();
    await backup;
    const back = house.followers.untilAll('live');
    await after(AWAY);
    await house.start('primary');
    await Promise.all([back, after(KILL_EACH - AWAY)]);
  }
}

/** How often each thing happened, from the server's own log of streams. */
async function eventsSince(at: Date): Promise<string> {
  const client = new pg.Client(house.server.database.url);
  await client.connect();
  try {
    const { rows: counted } = await client.query<{ what: string; fault: string | null; count: string }>(
      `SELECT what, details->>'fault' AS fault, count(*) FROM stream_event WHERE at > $1 GROUP BY 1, 2 ORDER BY 1, 2`, [at]);
    return counted.map(({ what, fault, count }) => `${what}${fault === null ? '' : ` (${fault})`} ${count}`).join(', ') || 'none changed';
  } finally {
    await client.end();
  }
}
