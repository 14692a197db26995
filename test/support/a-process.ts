import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { projectFolder } from '../../src/platform/build-folders.js';

/** A process of the built server or command line, and what it says. */
export interface SpokenProcess {
  child: ChildProcess;
  /** Standard output and error so far. */
  said: () => string;
  /** Resolves when it has said this; rejects with all it said when it ends before. */
  says: (expected: string | RegExp) => Promise<void>;
  /** Its exit code, or null when a signal ended it. */
  ended: Promise<number | null>;
}

/** Starts `dist/server/…` with these variables and no others of Meridian's. */
export function aProcess(script: 'main.js' | 'cli.js', environment: NodeJS.ProcessEnv, args: readonly string[] = []): SpokenProcess {
  const child = spawn(process.execPath, [join(projectFolder(), 'dist', 'server', script), ...args], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  let listeners: (() => void)[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      for (const listener of listeners) listener();
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  const says = async (expected: string | RegExp): Promise<void> => {
    await new Promise<void>((resolve, reject) => {
      const look = (): void => {
        if (!(typeof expected === 'string' ? text.includes(expected) : expected.test(text))) return;
        listeners = listeners.filter((listener) => listener !== look);
        resolve();
      };
      listeners.push(look);
      void ended.then((code) => reject(new Error(`ended with ${code} and never said ${expected}:\n${text}`)));
      look();
    });
  };
  return { child, said: () => text, says, ended };
}
