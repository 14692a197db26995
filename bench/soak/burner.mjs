// One process that keeps the whole machine busy to a share of its processors: it works as much as is missing, and less when others work. Argument: the share, of 1.
import { cpus } from 'node:os';

const wanted = Number(process.argv[2]);
const PERIOD = 100;
let duty = wanted;
let before = read();

process.on('disconnect', () => process.exit());
setInterval(() => {
  const now = read();
  const busy = 1 - (now.idle - before.idle) / Math.max(1, now.all - before.all);
  before = now;
  duty = Math.min(1, Math.max(0, duty + (wanted - busy) * 0.1));
  for (const end = performance.now() + duty * PERIOD; performance.now() < end; );
}, PERIOD);

function read() {
  const times = cpus().map((one) => one.times);
  const sum = (parts) => times.reduce((total, one) => total + parts(one), 0);
  return { idle: sum(({ idle }) => idle), all: sum(({ user, nice, sys, idle, irq }) => user + nice + sys + idle + irq) };
}
