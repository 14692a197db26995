import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { startScript } from './programs.mjs';

const here = (file) => fileURLToPath(new URL(file, import.meta.url));

/** Viewers who reload and fetch as players in low latency do, picture and sound; what they cost the core that serves, and how late they get it. */
export async function lowLatencyViewers({ cores, viewers, seconds, bitrate }) {
  const server = startScript(cores?.serves ?? null, here('server.mjs'), ['live', String(bitrate)]);
  const audience = startScript(cores?.asks ?? null, here('viewers.mjs'), []);
  try {
    const { port } = await server.hear('ready');
    const load = loadavg()[0].toFixed(1);
    audience.say({ do: 'watch', port, viewers });
    await audience.hear('watching');
    server.say('measure');
    audience.say({ do: 'measure' });
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    server.say('stop');
    audience.say({ do: 'stop' });
    const [cost, seen] = await Promise.all([server.hear('measured'), audience.hear('measured')]);
    const rate = (value, digits = 0) => (value / seconds).toFixed(digits);
    console.log(`\nLoad before the run ${load}; ${viewers} viewers at ${(bitrate / 1e6).toFixed(1)} Mbit/s for ${seconds} s, one core serves and one asks.\n`);
    console.log('| viewers | requests/s | Mbit/s | core that serves | part, from there to here p50 | p95 | p99 | later than 1 s | refused | event loop p99 | memory |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |');
    console.log(`| ${viewers} | ${rate(seen.requests)} | ${rate((seen.bytes * 8) / 1e6)} | ${(cost.core * 100).toFixed(0)} % | ${seen.p50.toFixed(0)} ms | ${seen.p95.toFixed(0)} ms | ${seen.p99.toFixed(0)} ms | ` +
      `${((seen.late / seen.parts) * 100).toFixed(2)} % | ${seen.refused} | ${cost.delay99.toFixed(0)} ms | ${(cost.memory / 2 ** 20).toFixed(0)} MiB |`);
    console.log(`\nWho asks used ${(seen.core * 100).toFixed(0)} % of its core: above 90 %, it is what is late.`);
  } finally {
    await audience.stop();
    await server.stop();
  }
}
