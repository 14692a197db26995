// How fast one process tells many sockets: Meridian, a plain ws server and stock Socket.IO side by side, on loopback.
// Options: --n=2000 sockets, --messages=200 a round, --rounds=3, --variants=ws,socket.io,meridian
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryDatabase } from '../temporary-database.mjs';

const here = (file) => fileURLToPath(new URL(file, import.meta.url));

export async function run(options) {
  const n = Number(options.n ?? 2_000);
  const messages = Number(options.messages ?? 200);
  const rounds = Number(options.rounds ?? 3);
  const variants = (options.variants ?? 'ws,socket.io,meridian').split(',');
  const database = await temporaryDatabase();
  const results = [];
  try {
    for (const variant of variants) results.push({ variant, ...(await measure({ variant, n, messages, rounds, database })) });
  } finally {
    await database.stop();
  }
  print(results, { n, messages, rounds });
}

async function measure({ variant, n, messages, rounds, database }) {
  const server = fork(here('server.mjs'), [variant, database.url, join(database.folder, 'application')]);
  const clients = fork(here('clients.mjs'));
  try {
    const { port, tokens } = await answer(server, 'ready');
    clients.send({ do: 'join', variant, port, n, tokens });
    const { milliseconds } = await answer(clients, 'joined');
    const rates = [];
    for (let round = 0; round < rounds; round += 1) {
      clients.send({ do: 'count', until: n * messages });
      await answer(clients, 'counting');
      const start = performance.now();
      server.send({ do: 'tell', messages });
      const { cpuMicroseconds } = await answer(server, 'told');
      await answer(clients, 'counted');
      rates.push({ perSecond: (n * messages) / ((performance.now() - start) / 1_000), cpu: cpuMicroseconds / (n * messages) });
    }
    // the middle round: the first warms up, and a busy machine spoils one
    const [middle] = rates.sort((a, b) => a.perSecond - b.perSecond).slice(Math.floor(rounds / 2));
    return { joins: n / (milliseconds / 1_000), deliveries: middle.perSecond, cpu: middle.cpu };
  } finally {
    for (const child of [clients, server]) {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    }
  }
}

async function answer(child, kind) {
  return await new Promise((resolve, reject) => {
    const onMessage = (message) => {
      if (message.is !== kind) return;
      child.off('message', onMessage);
      child.off('exit', onExit);
      resolve(message);
    };
    const onExit = (code) => reject(new Error(`a process of the bench ended with ${code}, before it was ${kind}`));
    child.on('message', onMessage);
    child.once('exit', onExit);
  });
}

function print(results, { n, messages, rounds }) {
  const base = results.find((result) => result.variant === 'ws');
  console.log(`\n${n} sockets, ${messages} messages of about 600 bytes back to back, the middle of ${rounds} rounds; Node ${process.version}, loopback\n`);
  console.log('| server | joins/s | deliveries/s | x ws | us of server CPU a delivery | x ws, by CPU |\n|---|---|---|---|---|---|');
  for (const { variant, joins, deliveries, cpu } of results) {
    // on a machine that does other things as well, the processor's time is the steadier of the two
    const [byTime, byCpu] = base === undefined ? ['', ''] : [(deliveries / base.deliveries).toFixed(2), (base.cpu / cpu).toFixed(2)];
    console.log(`| ${variant} | ${Math.round(joins)} | ${Math.round(deliveries)} | ${byTime} | ${cpu.toFixed(1)} | ${byCpu} |`);
  }
}
