import type { Page } from 'playwright-core';

/** What frames cost while something is done. Milliseconds. */
export interface Frames {
  count: number;
  /** From frame to frame, as the page sees it. */
  apart: readonly number[];
  /** What the page's main thread worked for each frame; waiting for a processor is not in it. */
  main: readonly number[];
  /** The same of all threads that draw: main, compositor, raster and display. */
  all: readonly number[];
  /** Of the frames that had something new to show, those that were not shown in time, by Chromium's own account; and how many there were. */
  dropped: number;
  reported: number;
}

/** An event of Chromium's trace. Microseconds; `tdur` is what the thread itself worked. */
interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  tdur?: number;
  args?: { name?: string; frame_reporter?: { state?: string } };
}

const CATEGORIES = ['toplevel', '__metadata', 'blink.user_timing', 'cc', 'benchmark'];
const MARK = 'board-frame';
const DRAWS = /^(CrRendererMain|Compositor|CompositorTileWorker|ThreadPoolForegroundWorker|VizCompositorThread|CrGpuMain)/;

/** Traces the page while something is done, and puts what its threads worked to the frame in which they did. */
export async function framesWhile(page: Page, act: () => Promise<void>): Promise<Frames> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', { traceConfig: { includedCategories: CATEGORIES }, transferMode: 'ReportEvents' });
  await page.evaluate((mark) => {
    const held = { times: [] as number[], on: true };
    (globalThis as unknown as { frames: typeof held }).frames = held;
    const tick = (time: number): void => {
      held.times.push(time);
      performance.mark(mark);
      if (held.on) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  }, MARK);
  await act();
  const times = await page.evaluate(() => {
    const held = (globalThis as unknown as { frames: { times: number[]; on: boolean } }).frames;
    held.on = false;
    return held.times;
  });
  const ended = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
  await session.send('Tracing.end');
  await ended;
  await session.detach();
  return { count: times.length - 1, apart: times.slice(1).map((time, n) => time - times[n]!), ...workOf(events), ...reportedOf(events) };
}

function workOf(events: readonly TraceEvent[]): Pick<Frames, 'main' | 'all'> {
  const threads = new Map(events.filter(({ name }) => name === 'thread_name').map(({ pid, tid, args }) => [`${pid} ${tid}`, args?.name ?? '']));
  const marks = events.filter(({ name }) => name === MARK).map(({ ts }) => ts).sort((a, b) => a - b);
  const main = new Array<number>(Math.max(0, marks.length - 1)).fill(0);
  const all = [...main];
  const tasks = events.filter(({ name, tdur }) => name.includes('RunTask') && tdur !== undefined).sort((a, b) => a.ts - b.ts);
  let frame = -1;
  for (const { pid, tid, ts, tdur } of tasks) {
    const thread = threads.get(`${pid} ${tid}`) ?? '';
    while (frame + 1 < marks.length && marks[frame + 1]! <= ts) frame += 1;
    if (frame < 0 || frame >= main.length || !DRAWS.test(thread)) continue;
    all[frame]! += tdur! / 1_000;
    if (thread === 'CrRendererMain') main[frame]! += tdur! / 1_000;
  }
  return { main, all };
}

function reportedOf(events: readonly TraceEvent[]): Pick<Frames, 'dropped' | 'reported'> {
  const states = events.flatMap(({ name, ph, args }) => (name === 'PipelineReporter' && ph === 'b' ? [args?.frame_reporter?.state ?? ''] : []));
  return { dropped: states.filter((state) => state === 'STATE_DROPPED').length, reported: states.filter((state) => state !== '' && state !== 'STATE_NO_UPDATE_DESIRED').length };
}
