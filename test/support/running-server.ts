import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { projectFolder } from '../../src/platform/build-folders.js';
import { freePort } from '../../src/platform/database/free-port.js';
import { aDatabase, type TestDatabase } from './test-database.js';

export interface RunningServer {
  /** `http://127.0.0.1:PORT`; the same after a restart. */
  url: string;
  /** The administrator's token, for `Authorization: Bearer`. */
  token: string;
  database: Pick<TestDatabase, 'url'>;
  /** Of the process that runs now. */
  pid: () => number | undefined;
  /** What it logged since it was first started, one JSON object a line. */
  log: () => string;
  /** Waits until it has said something to the operator, beside the log (standard error); answers the match. */
  untilTold: (pattern: RegExp) => Promise<RegExpExecArray>;
  /** Sends the signal and waits for the end. Returns the exit code, or null when the signal itself ended it. */
  kill: (signal?: NodeJS.Signals) => Promise<number | null>;
  /** Starts it again after a kill (or in order, if it still runs): same port, database and data folder. */
  restart: () => Promise<void>;
  /** Ends it and removes what it used. */
  close: () => Promise<void>;
}

interface Wanted {
  /** Left out: a fresh, migrated database of its own. */
  database?: Pick<TestDatabase, 'url'>;
  environment?: NodeJS.ProcessEnv;
}

/** The real, built server (`dist/server/main.js`) in a process of its own, to be killed and started again. `npm test` builds it first. */
export async function aServer({ database, environment = {} }: Wanted = {}): Promise<RunningServer> {
  let own: TestDatabase | undefined;
  if (database === undefined) {
    own = await aDatabase();
    await own.source.destroy();
  }
  const used = own ?? database!;
  const dataDirectory = await mkdtemp(join(tmpdir(), 'meridian-data-'));
  let port = await freePort();
  const lines: string[] = [];
  const told = new Told();
  const start = async (): Promise<ChildProcess> =>
    await startProcess(lines, told, {
      ...process.env,
      NODE_OPTIONS: '',
      PORT: String(port),
      HOST: '127.0.0.1',
      DATABASE_URL: used.url,
      MERIDIAN_DATA_DIR: dataDirectory,
      MERIDIAN_DEMO: '0',
      MERIDIAN_STREAMS: '0',
      LOG_LEVEL: 'info',
      ...environment,
    });
  const startOnFreePort = async (): Promise<ChildProcess> => {
    for (;;) {
      try {
        return await start();
      } catch (error) {
        // somebody took it between our look and the server's
        if (!(error as Error).message.includes(`Port ${port} is taken`)) throw error;
        port = await freePort();
      }
    }
  };
  let child = await startOnFreePort();
  const kill = async (signal: NodeJS.Signals = 'SIGKILL'): Promise<number | null> => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    const exit = once(child, 'exit');
    child.kill(signal);
    await exit;
    return child.exitCode;
  };
  return {
    url: `http://127.0.0.1:${port}`,
    token: (await readFile(join(dataDirectory, 'administrator-token'), 'utf8')).trim(),
    database: used,
    pid: () => child.pid,
    log: () => lines.join('\n'),
    untilTold: async (pattern) => await told.until(pattern),
    kill,
    restart: async () => {
      await kill('SIGTERM');
      child = await start();
    },
    close: async () => {
      await kill('SIGTERM');
      await rm(dataDirectory, { recursive: true, force: true });
      await own?.drop();
    },
  };
}

/** What a process says, for those who wait for a part of it. */
class Told {
  private text = '';
  private waiting: (() => void)[] = [];

  add(line: string): void {
    this.text += `${line}\n`;
    for (const look of this.waiting.splice(0)) look();
  }

  async until(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const match = pattern.exec(this.text);
      if (match !== null) return match;
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }
}

/** Resolves when it has said that it listens; rejects with what it said when it ends instead. */
async function startProcess(lines: string[], told: Told, environment: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const main = join(projectFolder(), 'dist', 'server', 'main.js');
  if (!existsSync(main)) throw new Error('the server is not built: node scripts/build.mjs server');
  const child = spawn(process.execPath, [main], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  const said: string[] = [];
  await new Promise<void>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      lines.push(line);
      said.push(line);
      if (line.includes('Meridian is at ')) resolve();
    });
    createInterface(child.stderr).on('line', (line) => {
      said.push(line);
      told.add(line);
    });
    child.once('exit', (code, signal) => reject(new Error(`the server ended with ${code ?? signal}:\n${said.join('\n')}`)));
  });
  return child;
}
