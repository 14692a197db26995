// How fast the live edge is served: our front against nginx with the same files (wrk, one core each, in turns), and what low-latency viewers cost.
// Options: --seconds=8 a turn, --rounds=3, --connections=64; --viewers=1000, --watch=20 seconds, --bitrate=2500000; --only=nginx|viewers
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { availableCores, has } from './programs.mjs';
import { againstNginx } from './against-nginx.mjs';
import { lowLatencyViewers } from './low-latency-viewers.mjs';

export const needs = ['server'];

export async function run(options) {
  const cores = availableCores();
  if (cores === null) console.log('There is no taskset, or one processor only: who serves and who asks share it, and the figures say little.');
  const folder = await mkdtemp(join(tmpdir(), 'meridian-origin-'));
  try {
    const missing = ['nginx', 'wrk'].filter((program) => !has(program));
    if (options.only === 'viewers') console.log('');
    else if (missing.length > 0) console.log(`Not compared with nginx: ${missing.join(' and ')} not found. On Debian: apt-get install ${missing.join(' ')}`);
    else await againstNginx({ folder, cores, seconds: Number(options.seconds ?? 8), rounds: Number(options.rounds ?? 3), connections: Number(options.connections ?? 64) });
    if (options.only !== 'nginx') {
      await lowLatencyViewers({ cores, viewers: Number(options.viewers ?? 1_000), seconds: Number(options.watch ?? 20), bitrate: Number(options.bitrate ?? 2_500_000) });
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
