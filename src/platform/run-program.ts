import { spawn } from 'node:child_process';

export interface Ran {
  code: number;
  /** Standard output and error, as they came. */
  output: string;
}

export interface RunAs {
  uid?: number;
  gid?: number;
  env: NodeJS.ProcessEnv;
}

/**
 * Runs a program to its end, without a terminal. It has a process group of its own, so that a Ctrl-C meant for us does not
 * end it half-way. Resolves when the program ends, even if a child of it holds the output open.
 */
export async function runProgram(program: string, args: readonly string[], as: RunAs): Promise<Ran> {
  return await new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...as, cwd: '/', detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const take = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      // what it wrote last may still be in the pipe
      setImmediate(() => resolve({ code: code ?? -1, output: signal === null ? output : `${output}(${signal})` }));
    });
  });
}
