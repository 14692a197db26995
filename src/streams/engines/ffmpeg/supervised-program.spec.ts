import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectFolder } from '../../../platform/build-folders.js';
import { ProgramRun, type ProgramPlan } from './program-run.js';
import { SupervisedProgram, type Ending, type Supervision } from './supervised-program.js';

/** A program of a few lines of shell, which finds its pipes as `$feed` and `$out`. */
const shell = (script: string, { feed = false, outputs = 1 } = {}): ProgramPlan => ({
  program: '/bin/sh',
  args: (pipes) => ['-c', `feed=${pipes.feed ?? ''} out=${pipes.outputs[0] ?? ''}; ${script}`],
  feed,
  outputs,
});

/** Whether any process is left of a run: they are all in its group. One that is dead and not yet waited for by the system is none. */
function isAlive(pid: number | undefined): boolean {
  return runningGroups().has(pid ?? 0);
}

function runningGroups(): ReadonlySet<number> {
  const rows = execFileSync('ps', ['-A', '-o', 'pgid=,stat='], { encoding: 'utf8' }).trim().split('\n').map((row) => row.trim().split(/\s+/));
  return new Set(rows.filter(([, state = '']) => !state.startsWith('Z')).map(([group]) => Number(group)));
}

/** Resolves when no process is left of these runs: what is killed is gone when the system comes to it. */
async function gone(pids: readonly (number | undefined)[]): Promise<void> {
  for (let left = pids; left.length > 0;) {
    const running = runningGroups();
    left = left.filter((pid) => running.has(pid ?? 0));
    await new Promise(setImmediate);
  }
}

/** A promise, and what keeps it. */
function signal<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((keep) => (resolve = keep));
  return { promise, resolve };
}

const handles = (): number => process.getActiveResourcesInfo().filter((kind) => kind === 'PipeWrap' || kind === 'ProcessWrap' || kind === 'Timeout').length;

interface Told {
  ending: Ending;
  lastLines: readonly string[];
  again: number;
}

/** Supervises until it has ended by itself `times` times, and tells how. */
async function endings(times: number, supervision: Pick<Supervision, 'plan'> & Partial<Supervision>): Promise<{ told: Told[]; pids: (number | undefined)[] }> {
  const told: Told[] = [];
  const pids: (number | undefined)[] = [];
  const { promise, resolve } = signal<undefined>();
  const program = new SupervisedProgram({
    attend: (run, _life, progress) => {
      pids.push(run.pid);
      run.outputs[0]?.on('data', progress);
      return () => undefined;
    },
    isFed: () => true,
    onEnding: (ending, lastLines, again) => {
      told.push({ ending, lastLines, again });
      if (told.length === times) resolve(undefined);
    },
    ...supervision,
    limits: { backOff: 5, ...supervision.limits },
  });
  await promise;
  await program.stop();
  return { told, pids };
}

describe('a supervised program', () => {
  it('is started again when it dies, after a wait that doubles', async () => {
    const { told } = await endings(3, { plan: () => shell('echo "cannot go on" >&2; exit 3') });
    expect(told).toEqual([5, 10, 20].map((again) => ({ ending: 'died', lastLines: ['cannot go on'], again })));
  });

  it('is started again when there is no such program', async () => {
    const { told } = await endings(2, { plan: () => ({ program: '/nowhere/ffmpeg', args: () => [], feed: false, outputs: 1 }) });
    expect(told.map(({ ending, again }) => ({ ending, again }))).toEqual([{ ending: 'died', again: 5 }, { ending: 'died', again: 10 }]);
  });

  it('is killed and started again when it makes no media, though it lives and ignores being asked to end', async () => {
    const { told, pids } = await endings(2, {
      plan: () => shell('trap "" TERM; printf x >&$out; while :; do sleep 1; done'),
      limits: { hang: 200 },
    });
    expect(told.map(({ ending }) => ending)).toEqual(['hung', 'hung']);
    expect(pids).toHaveLength(2);
    await gone(pids);
  });

  it('does not hang while it is fed nothing', async () => {
    let fed = false;
    const began = Date.now();
    const { promise, resolve } = signal<number>();
    const program = new SupervisedProgram({
      plan: () => shell('sleep 60'),
      attend: () => () => undefined,
      isFed: () => fed,
      onEnding: () => resolve(Date.now()),
      limits: { hang: 50, start: 100 },
    });
    setTimeout(() => (fed = true), 500);
    expect(await promise - began).toBeGreaterThan(500);
    await program.stop();
  });

  it('is killed and started again when it floods its log, of which the last lines are kept', async () => {
    const { told } = await endings(1, { plan: () => shell('while :; do echo "frame dropped at rtmp://host/app/secret-key" >&2; done'), limits: { hang: 500 } });
    expect(told[0]?.ending).toBe('flooded');
    expect(told[0]?.lastLines).toHaveLength(40);
    expect(new Set(told[0]?.lastLines.slice(0, 39))).toEqual(new Set(['frame dropped at rtmp://…']));
  });

  it('ends when it is told to, and by force where it does not listen, with all that it started', async () => {
    const run = new ProgramRun(shell('trap "" TERM; sleep 300 & printf x >&$out; while :; do sleep 1; done'));
    await once(run.outputs[0]!, 'data');
    await run.stop();
    await gone([run.pid]);
  });

  it('leaves no process and no handle behind after a hundred starts and stops', async () => {
    // what the spec before leaves is closed at the end of a turn
    for (let turn = 0; turn < 2; turn += 1) await new Promise(setImmediate);
    const before = handles();
    const pids: (number | undefined)[] = [];
    for (let cycle = 0; cycle < 100; cycle += 1) {
      const { promise, resolve } = signal<undefined>();
      const program = new SupervisedProgram({
        plan: () => shell('read -r line <&$feed; echo "$line" >&$out; sleep 60', { feed: true }),
        attend: (run) => {
          pids.push(run.pid);
          run.feed?.write('a line\n');
          run.outputs[0]?.once('data', () => resolve(undefined));
          return () => undefined;
        },
        isFed: () => true,
      });
      await promise;
      await program.stop();
    }
    await gone(pids);
    // what the last of them leaves is closed within some turns of the loop
    while (handles() > before) await new Promise(setImmediate);
    expect(handles()).toBe(before);
  });

  it('ends with us, however we end', async () => {
    // a process that starts a program, tells who it is, and never ends it
    const built = pathToFileURL(join(projectFolder(), 'dist/src/streams/engines/ffmpeg/program-run.js')).href;
    const abandons = `const { ProgramRun } = await import('${built}');
      const run = new ProgramRun({ program: '/bin/sh', args: () => ['-c', 'trap "" TERM HUP INT; while :; do sleep 1; done'], feed: false, outputs: 0 });
      console.log(run.pid);`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', abandons], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [said] = (await once(child.stdout, 'data')) as [Buffer];
    const pid = Number(said.toString());
    expect(isAlive(pid)).toBe(true);
    child.kill('SIGKILL');
    await once(child, 'exit');
    await gone([pid]);
  });
});
