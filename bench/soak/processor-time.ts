import { readdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';

/** Ticks a second of /proc: a hundred on every Linux that we know. */
const TICKS = 100;

interface Process {
  pid: number;
  parent: number;
  name: string;
  /** Seconds of a processor. */
  worked: number;
}

/** Seconds of a processor that a process and its ffmpegs have worked; null where there is no /proc. */
export function workedBy(pid: number): { itself: number; ffmpegs: Map<number, number> } | null {
  const all = processes();
  if (all === null) return null;
  const below = new Set([pid]);
  for (let grown = true; grown;) {
    grown = false;
    for (const { pid: id, parent } of all) {
      if (below.has(id) || !below.has(parent)) continue;
      below.add(id);
      grown = true;
    }
  }
  return {
    itself: all.find((one) => one.pid === pid)?.worked ?? 0,
    ffmpegs: new Map(all.filter(({ pid: id, name }) => below.has(id) && name === 'ffmpeg').map(({ pid: id, worked }) => [id, worked])),
  };
}

function processes(): Process[] | null {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name) => readProcess(Number(name)));
  } catch {
    return null;
  }
}

function readProcess(pid: number): Process[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
    return [{ pid, name, parent: Number(fields[1]), worked: (Number(fields[11]) + Number(fields[12])) / TICKS }];
  } catch {
    // it has ended meanwhile
    return [];
  }
}

/** How busy all processors were between two readings, as a share of 1. */
export function busyShare(): () => number {
  const read = (): { idle: number; all: number } => {
    const times = cpus().map((one) => one.times);
    return { idle: times.reduce((sum, { idle }) => sum + idle, 0), all: times.reduce((sum, one) => sum + one.user + one.nice + one.sys + one.idle + one.irq, 0) };
  };
  const before = read();
  return () => {
    const now = read();
    return 1 - (now.idle - before.idle) / Math.max(1, now.all - before.all);
  };
}
