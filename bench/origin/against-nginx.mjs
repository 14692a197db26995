import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, connect } from 'node:net';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { end, start, startScript, ticks } from './programs.mjs';

/** Ours and nginx take turns on the same core; who asks has the other. */
export async function againstNginx({ folder, cores, seconds, rounds, connections }) {
  const root = join(folder, 'files');
  const ours = startScript(cores?.serves ?? null, fileURLToPath(new URL('server.mjs', import.meta.url)), ['still', root]);
  let nginx;
  try {
    const { port, paths } = await ours.hear('ready');
    nginx = await startNginx(folder, root, cores);
    const servers = [{ name: 'nginx', port: nginx.port, pid: nginx.worker }, { name: 'ours', port, pid: ours.child.pid }];
    console.log(`\nLoad before the run ${loadavg()[0].toFixed(1)}; ${rounds} turns of ${seconds} s each, ${connections} connections, one core each; medians.\n`);
    console.log('| what | size | nginx, requests/s | ours, requests/s | ratio | nginx, µs of a core a request | ours |\n| --- | --- | --- | --- | --- | --- | --- |');
    for (const [kind, asked] of Object.entries(paths)) {
      const script = join(folder, 'ask.lua');
      await writeFile(script, luaFor(asked));
      const turns = { nginx: [], ours: [] };
      for (let round = 0; round < rounds; round += 1) for (const server of servers) turns[server.name].push(await turn(server, { script, seconds, connections, cores }));
      const [theirs, own] = ['nginx', 'ours'].map((name) => ({ rate: median(turns[name].map(({ rate }) => rate)), cost: median(turns[name].map(({ cost }) => cost)), size: turns[name][0].size }));
      console.log(`| ${kind} | ${(own.size / 1000).toFixed(0)} kB | ${theirs.rate.toFixed(0)} | ${own.rate.toFixed(0)} | ${(own.rate / theirs.rate).toFixed(2)} | ${theirs.cost.toFixed(0)} | ${own.cost.toFixed(0)} |`);
    }
  } finally {
    await ours.stop();
    if (nginx !== undefined) await end(nginx.child);
  }
}

async function turn({ port, pid }, { script, seconds, connections, cores }) {
  const before = ticks(pid);
  const wrk = start(cores?.asks ?? null, 'wrk', ['-t1', `-c${connections}`, `-d${seconds}s`, '-s', script, `http://127.0.0.1:${port}/`], { stdio: ['ignore', 'pipe', 'inherit'] });
  const said = Buffer.concat(await wrk.stdout.toArray()).toString();
  const worked = ticks(pid) - before;
  const [, requests, microseconds, bytes, refused] = /FIGURES (\d+) (\d+) (\d+) (\d+)/.exec(said) ?? [];
  if (requests === undefined || Number(refused) > 0) throw new Error(`wrk says:\n${said}`);
  return { rate: Number(requests) / (Number(microseconds) / 1e6), cost: (worked * 10_000) / Number(requests), size: Number(bytes) / Number(requests) };
}

/** Asks for one after the other, and says what it saw in one line. */
const luaFor = (paths) => `local paths = {${paths.map((path) => `"${path}"`).join(',')}}
local requests = {}
local at = 0
init = function() for index, path in ipairs(paths) do requests[index] = wrk.format("GET", path) end end
request = function()
  at = at % #requests + 1
  return requests[at]
end
done = function(summary)
  io.write(string.format("FIGURES %d %d %d %d\\n", summary.requests, summary.duration, summary.bytes, summary.errors.status + summary.errors.read + summary.errors.timeout))
end
`;

/** One worker, from the page cache, with what its manual advises for static files. */
async function startNginx(folder, root, cores) {
  const port = await freePort();
  await mkdir(join(folder, 'temporary'));
  const configuration = join(folder, 'nginx.conf');
  await writeFile(configuration, `
daemon off; master_process off; worker_processes 1; pid ${folder}/nginx.pid; error_log stderr error;
events { worker_connections 8192; }
http {
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000; etag off;
  open_file_cache max=1000; open_file_cache_valid 60s;
  types { video/iso.segment m4s; application/vnd.apple.mpegurl m3u8; }
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/temporary/${name};`).join(' ')}
  server {
    listen 127.0.0.1:${port}; root ${root};
    location /streams/media/ { add_header Cache-Control "public, max-age=31536000, immutable"; add_header Access-Control-Allow-Origin "*"; }
    location /streams/play/ { add_header Cache-Control "public, max-age=1"; add_header Access-Control-Allow-Origin "*"; }
  }
}`);
  const child = start(cores?.serves ?? null, 'nginx', ['-c', configuration, '-p', folder], { stdio: ['ignore', 'ignore', 'inherit'] });
  await answers(port);
  return { child, port, worker: child.pid };
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function answers(port) {
  for (let tries = 0; ; tries += 1) {
    const open = await new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true)).once('error', () => resolve(false));
      socket.once('connect', () => socket.end());
    });
    if (open) return;
    if (tries > 100) throw new Error('nginx did not start');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
