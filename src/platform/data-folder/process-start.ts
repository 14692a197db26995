import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * When the process with this id began, in the operating system's own words, or null when there is none (a zombie is none).
 * A process id alone says little: it is given again soon, in a container at once.
 */
export async function processStart(pid: number): Promise<string | null> {
  if (process.platform === 'linux') return await fromProc(pid);
  try {
    const { stdout } = await run('ps', ['-o', 'lstart=', '-p', String(pid)], { env: { ...process.env, LC_ALL: 'C' } });
    return stdout.trim() || null;
  } catch {
    return null;
  }
}

async function fromProc(pid: number): Promise<string | null> {
  try {
    const [stat, boot] = await Promise.all([readFile(`/proc/${pid}/stat`, 'utf8'), readFile('/proc/sys/kernel/random/boot_id', 'utf8')]);
    // the second field is the program's name in brackets, and may hold spaces and brackets itself; see proc(5)
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state] = fields;
    const started = fields[19];
    if (state === 'Z' || state === 'X' || started === undefined) return null;
    return `${boot.trim()} ${started}`;
  } catch {
    return null;
  }
}

/** The command line of a living process, or its program's name where the system tells no more; null when there is none. */
export async function processCommand(pid: number): Promise<string | null> {
  try {
    if (process.platform === 'linux') return (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ').trim() || null;
    const { stdout } = await run('ps', ['-o', 'command=', '-p', String(pid)]);
    return stdout.trim() || null;
  } catch {
    return null;
  }
}
