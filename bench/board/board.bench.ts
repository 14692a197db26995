import type { Browser, Page } from 'playwright-core';
import { aPersonIn } from '../../test/support/a-person.js';
import { seedBigConference } from '../../test/support/a-big-conference.js';
import { aVisitor } from '../../test/support/a-visitor.js';
import { aBrowser } from '../../test/support/browser.js';
import { knownSealingKeys } from '../../test/support/known-sealing-keys.js';
import { aServer, type RunningServer } from '../../test/support/running-server.js';
import { aDatabase, type TestDatabase } from '../../test/support/test-database.js';
import { machine, table } from '../figures.js';

/** Of one way of using the board, while it lasts. Milliseconds. */
interface Measured {
  frames: number;
  median: number;
  p95: number;
  slowest: number;
  /** What the page's main thread worked for a frame, on average; waiting for a processor is not in it. */
  work: number;
  /** The same of its longest tasks: the 99th percentile of all. */
  task: number;
}

/** An event of Chromium's trace. Microseconds; `tdur` is what the thread itself worked. */
interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  tdur?: number;
  args?: { name?: string };
}

let database: TestDatabase;
let server: RunningServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  const keys = knownSealingKeys();
  database = await aDatabase();
  const conferenceId = await seedBigConference(database.source, new Date(), 'big');
  const organizer = await aPersonIn(database.source, keys.sealing, [{ role: 'organizer', conferenceId }]);
  [server, browser] = await Promise.all([aServer({ database, environment: keys.environment }), aBrowser()]);
  const visitor = await aVisitor(browser, server.url);
  const [name, value] = organizer.cookie.split('=') as [string, string];
  await visitor.context.addCookies([{ name, value, url: server.url }]);
  page = await visitor.open('/big/organize/board', 'there');
  await page.locator('[data-plane] [data-session]').first().waitFor();
  // further away, so that more is drawn
  await page.getByRole('button', { name: 'Show more hours, smaller' }).click();
});

afterAll(async () => {
  await browser.close();
  await server.close();
  await database.drop();
});

it('measures frames while the board of 500 rooms and 5,000 sessions is scrolled and dragged over', async () => {
  const on = machine(browser);
  const idle = await measured(async () => void (await page.evaluate(async () => await new Promise((done) => setTimeout(done, 3_000)))));
  const down = await measured(async () => await scrolled({ top: 6_000, left: 0 }));
  const across = await measured(async () => await scrolled({ top: 0, left: 3_000 }));
  const dragged = await measured(drag);
  const row = (name: string, { frames, median, p95, slowest, work, task }: Measured): (string | number)[] =>
    [name, frames, `${median.toFixed(1)} ms`, `${p95.toFixed(1)} ms`, `${slowest.toFixed(1)} ms`, `${work.toFixed(1)} ms`, `${task.toFixed(1)} ms`];
  process.stdout.write(`\n${on}\n\n${table(['board', 'frames', 'median', 'p95', 'slowest', 'work a frame', 'tasks, p99'], [
    row('at rest', idle), row('scrolling over rooms', down), row('scrolling over time', across), row('dragging a session', dragged),
  ])}\n\n`);
  expect([idle, down, across, dragged].every(({ frames }) => frames > 20)).toBe(true);
});

/** Scrolls by 30 pixels a frame, as a wheel that is turned quickly. */
async function scrolled(by: { top: number; left: number }): Promise<void> {
  await page.evaluate(async ({ top, left }) => {
    const box = document.querySelector<HTMLElement>('[data-plane]')!;
    const steps = Math.max(top, left) / 30;
    for (let n = 0; n < steps; n += 1) {
      box.scrollBy(left / steps, top / steps);
      await new Promise(requestAnimationFrame);
    }
  }, by);
}

/** Carries a session over the board for some seconds, a few pixels a move. */
async function drag(): Promise<void> {
  const plane = (await page.locator('[data-plane]').boundingBox())!;
  await page.evaluate(() => document.querySelector('[data-plane] [data-session] button')!.scrollIntoView({ block: 'center', inline: 'center' }));
  const points = await page.evaluate((edge) => [...document.querySelectorAll('[data-plane] [data-session] button')].map((block) => {
    const { x, y, width, height } = block.getBoundingClientRect();
    return { x: x + width / 3, y: y + height / 2 };
  }).filter(({ x, y }) => x > edge.x + 200 && x < edge.x + edge.width - 20 && y > edge.y + 110 && y < edge.y + edge.height - 20), plane);
  const from = points[0]!;
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (let n = 0; n < 240; n += 1) {
    const angle = (n / 60) * 2 * Math.PI;
    await page.mouse.move(plane.x + plane.width / 2 + Math.cos(angle) * 260, plane.y + plane.height / 2 + Math.sin(angle) * 180);
  }
  await page.keyboard.press('Escape');
  await page.mouse.up();
}

/** The time from frame to frame while something is done, and how long our own tasks were (from the trace of Chromium). */
async function measured(act: () => Promise<void>): Promise<Measured> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', { traceConfig: { includedCategories: ['toplevel', 'devtools.timeline', '__metadata'] }, transferMode: 'ReportEvents' });
  await page.evaluate(() => {
    const held = { times: [] as number[], on: true };
    (globalThis as unknown as { frames: typeof held }).frames = held;
    const tick = (time: number): void => {
      held.times.push(time);
      if (held.on) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
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
  const deltas = times.slice(1).map((time, n) => time - times[n]!).sort((a, b) => a - b);
  const main = new Set(events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(({ pid, tid }) => `${pid} ${tid}`));
  const tasks = events.filter(({ name, pid, tid, tdur }) => name.includes('RunTask') && tdur !== undefined && main.has(`${pid} ${tid}`)).map(({ tdur }) => tdur! / 1_000).sort((a, b) => a - b);
  const at = (list: readonly number[], share: number): number => list[Math.min(list.length - 1, Math.floor(list.length * share))] ?? 0;
  return { frames: deltas.length, median: at(deltas, 0.5), p95: at(deltas, 0.95), slowest: at(deltas, 1), work: tasks.reduce((sum, task) => sum + task, 0) / deltas.length, task: at(tasks, 0.99) };
}
