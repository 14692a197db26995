import { loadavg } from 'node:os';
import type { Page } from 'playwright-core';
import { aPersonIn } from '../../test/support/a-person.js';
import { seedBigConference } from '../../test/support/a-big-conference.js';
import { aVisitor } from '../../test/support/a-visitor.js';
import { aBrowser } from '../../test/support/browser.js';
import { knownSealingKeys } from '../../test/support/known-sealing-keys.js';
import { aServer, type RunningServer } from '../../test/support/running-server.js';
import { aDatabase, type TestDatabase } from '../../test/support/test-database.js';
import { machine, table } from '../figures.js';
import { type Frames, framesWhile } from './trace.js';

interface Way {
  name: string;
  act: (page: Page) => Promise<void>;
}

let database: TestDatabase;
let server: RunningServer;
let cookie: { name: string; value: string };

beforeAll(async () => {
  const keys = knownSealingKeys();
  database = await aDatabase();
  const conferenceId = await seedBigConference(database.source, new Date(), 'big');
  const organizer = await aPersonIn(database.source, keys.sealing, [{ role: 'organizer', conferenceId }]);
  server = await aServer({ database, environment: keys.environment });
  const [name, value] = organizer.cookie.split('=') as [string, string];
  cookie = { name, value };
});

afterAll(async () => {
  await server.close();
  await database.drop();
});

const WAYS: readonly Way[] = [
  { name: 'at rest', act: async (page) => void (await page.evaluate(async () => await new Promise((done) => setTimeout(done, 3_000)))) },
  { name: 'scrolling over rooms', act: async (page) => await scrolled(page, { top: 6_000, left: 0 }) },
  { name: 'scrolling over time', act: async (page) => await scrolled(page, { top: 0, left: 3_000 }) },
  { name: 'dragging a session', act: drag },
];

it('measures what a frame costs while the board of 500 rooms and 5,000 sessions is scrolled and dragged over', async () => {
  // as fast as it can: from frame to frame is what a frame takes
  const free = await onTheBoard(['--disable-frame-rate-limit', '--disable-gpu-vsync']);
  // on the beat of a display: a frame that takes too long is one that is not shown
  const beat = await onTheBoard([]);
  const rows = WAYS.map(({ name }, n) => {
    const [loose, tied] = [free.frames[n]!, beat.frames[n]!];
    return [
      name, ...[share(loose.apart, 0.5), share(loose.apart, 0.95), share(tied.main, 0.5), share(tied.main, 0.95), share(tied.all, 0.95), share(tied.apart, 0.95)].map((time) => `${time.toFixed(1)} ms`),
      `${tied.dropped} of ${tied.reported}`,
    ];
  });
  process.stdout.write(`\n${free.on}; ${loadavg()[0]!.toFixed(1)} after it\n\n${table([
    'board', 'frame to frame, free', 'p95', 'main thread a frame', 'p95', 'all threads, p95', 'on the beat, p95', 'dropped',
  ], rows)}\n\n`);
  expect([...free.frames, ...beat.frames].every(({ count }) => count > 20)).toBe(true);
});

/** Opens the board in a browser of its own, and uses it in each way. */
async function onTheBoard(args: readonly string[]): Promise<{ on: string; frames: Frames[] }> {
  const browser = await aBrowser({ args });
  try {
    const on = machine(browser);
    const visitor = await aVisitor(browser, server.url);
    await visitor.context.addCookies([{ ...cookie, url: server.url }]);
    const page = await visitor.open('/big/organize/board', 'there');
    await page.locator('[data-plane] [data-session]').first().waitFor();
    // further away, so that more is drawn
    await page.getByRole('button', { name: 'Show more hours, smaller' }).click();
    const frames: Frames[] = [];
    for (const { act } of WAYS) frames.push(await framesWhile(page, async () => await act(page)));
    return { on, frames };
  } finally {
    await browser.close();
  }
}

/** Scrolls by 30 pixels a frame, as a wheel that is turned quickly. */
async function scrolled(page: Page, by: { top: number; left: number }): Promise<void> {
  await page.evaluate(async ({ top, left }) => {
    const box = document.querySelector<HTMLElement>('[data-plane]')!;
    const steps = Math.max(top, left) / 30;
    for (let n = 0; n < steps; n += 1) {
      box.scrollBy(left / steps, top / steps);
      await new Promise(requestAnimationFrame);
    }
  }, by);
}

/** Carries a session over the board in circles: the pointer is somewhere else in each frame, however many there are a second. */
async function drag(page: Page): Promise<void> {
  const plane = (await page.locator('[data-plane]').boundingBox())!;
  await page.evaluate(() => document.querySelector('[data-plane] [data-session] button')!.scrollIntoView({ block: 'center', inline: 'center' }));
  const points = await page.evaluate((edge) => [...document.querySelectorAll('[data-plane] [data-session] button')].map((block) => {
    const { x, y, width, height } = block.getBoundingClientRect();
    return { x: x + width / 3, y: y + height / 2 };
  }).filter(({ x, y }) => x > edge.x + 200 && x < edge.x + edge.width - 20 && y > edge.y + 110 && y < edge.y + edge.height - 20), plane);
  const from = points[0]!;
  await page.evaluate(() => addEventListener('pointerdown', ({ pointerId }) => Object.assign(globalThis, { pressedBy: pointerId }), { once: true, capture: true }));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 12, from.y, { steps: 3 });
  await page.evaluate(async (middle) => {
    const { pressedBy: pointerId } = globalThis as unknown as { pressedBy: number };
    for (let n = 0; n < 240; n += 1) {
      const angle = (n / 60) * 2 * Math.PI;
      dispatchEvent(new PointerEvent('pointermove', { pointerId, clientX: middle.x + Math.cos(angle) * 260, clientY: middle.y + Math.sin(angle) * 180 }));
      await new Promise(requestAnimationFrame);
    }
  }, { x: plane.x + plane.width / 2, y: plane.y + plane.height / 2 });
  await page.keyboard.press('Escape');
  await page.mouse.up();
}

/** The value below which so large a share of a list lies. */
function share(list: readonly number[], part: number): number {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}
