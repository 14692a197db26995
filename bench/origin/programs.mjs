import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

export const has = (program) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

/** The core that serves and the one that asks; null where they cannot be told apart. */
export function availableCores() {
  return availableParallelism() > 1 && has('taskset') ? { serves: 0, asks: 1 } : null;
}

/** @param core null: any */
export function start(core, program, args, options) {
  return core === null ? spawn(program, args, options) : spawn('taskset', ['-c', String(core), program, ...args], options);
}

/** A script of ours on a core, spoken to over IPC: `say` sends, `hear` resolves with the next message of that kind. */
export function startScript(core, script, args) {
  const child = start(core, process.execPath, [script, ...args], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const hear = async (kind) =>
    await new Promise((resolve, reject) => {
      child.on('message', (message) => message.is === kind && resolve(message));
      child.once('exit', (code) => reject(new Error(`${script} ended with ${code}`)));
    });
  return { child, hear, say: (message) => child.send(message), stop: async () => await end(child) };
}

export async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** Hundredths of a second that a process has worked so far; Linux only, null elsewhere. */
export function ticks(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return Number(fields[11]) + Number(fields[12]);
  } catch {
    return null;
  }
}
