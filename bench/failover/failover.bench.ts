import { setTimeout as after } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { aVisitor, type Visitor } from '../../test/support/a-visitor.js';
import { aBrowser } from '../../test/support/browser.js';
import { plays } from '../../test/support/watch-video.js';
import { machine, share, table } from '../figures.js';
import { aFailingHouse, type FailingHouse } from './a-failing-house.js';
import { beginWatching, endWatching, type Seen } from './watch-stalls.js';

const TIMES = Number(process.env['FAILOVER_TIMES'] ?? 20);
const HOW = process.env['FAILOVER_HOW'] === 'hang' ? 'hang' : 'kill';
const CLIENTS = 200;
/** Milliseconds: longer than the slowest player's distance from the live edge, so that what was spliced has been shown. */
const LOOK = 8_000;
/** Milliseconds. */
const REST = 12_000;

type Delay = 'low latency' | 'plain HLS';
const DELAYS: readonly Delay[] = ['low latency', 'plain HLS'];
type Event = 'failover' | 'nothing' | 'return';

let house: FailingHouse;
let browser: Browser;
let on: string;
const pages = new Map<Delay, Page>();
const visitors: Visitor[] = [];
const seen: Record<Event, Record<Delay, Seen[]>> = { failover: empty(), nothing: empty(), return: empty() };
const told: number[] = [];
const rows: [string, string, string][] = [];

function empty(): Record<Delay, Seen[]> {
  return { 'low latency': [], 'plain HLS': [] };
}

beforeAll(async () => {
  browser = await aBrowser({ args: ['--autoplay-policy=no-user-gesture-required'] });
  on = machine(browser);
  house = await aFailingHouse(CLIENTS);
  await Promise.all([house.start('primary'), house.start('backup')]);
  await house.followers.untilAll('live', 0);
}, 180_000);

afterAll(async () => {
  process.stdout.write(`\n${on}\n\n${table(['what', 'wanted', 'measured'], rows)}\n\n`);
  for (const visitor of visitors) await visitor.close();
  await browser.close();
  await house.close();
});

async function opened(delay: Delay): Promise<Page> {
  const visitor = await aVisitor(browser, house.server.url);
  visitors.push(visitor);
  const page = await visitor.open(house.path);
  await page.getByRole('button', { name: 'Watch live' }).click();
  await plays(page);
  if (delay === 'plain HLS') {
    await page.getByRole('button', { name: 'How to watch' }).click();
    await page.getByRole('radio', { name: /^Steady/ }).check();
    await plays(page);
  }
  return page;
}

/** Both pages are watched while that happens, and for as long as it takes until it can be seen. */
async function watched(event: Event, happens: () => Promise<void>): Promise<void> {
  await Promise.all([...pages.values()].map(beginWatching));
  await happens();
  await after(LOOK);
  for (const [delay, page] of pages) seen[event][delay].push(await endWatching(page));
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1_000).toFixed(2)} s`;
const halfAndMost = (values: readonly number[]): string => `p50 ${seconds(share(values, 0.5))}, p95 ${seconds(share(values, 0.95))}, most ${seconds(Math.max(...values))}`;

it(`goes on from the backup and returns, ${TIMES} times`, async () => {
  for (const delay of DELAYS) pages.set(delay, await opened(delay));
  await after(REST);
  try {
    for (let time = 0; time < TIMES; time += 1) {
      let at = 0;
      await watched('failover', async () => {
        const turned = house.followers.untilAll('backup');
        at = Date.now();
        if (HOW === 'kill') await house.kill('primary');
        else house.hang('primary');
        told.push((await turned).last - at);
      });
      const returned = house.followers.untilAll('live');
      await house.start('primary');
      // as long, while nothing happens: what the machine itself does to a picture
      await watched('nothing', async () => await after(2_000));
      // told sooner than the first frame of it is shown
      await returned;
      await watched('return', async () => undefined);
      process.stderr.write(`${time + 1}: ${DELAYS.map((delay) => (['failover', 'nothing', 'return'] as const).map((event) => Math.round(seen[event][delay].at(-1)!.stood)).join(' ')).join(' | ')} ms stood; told after ${told.at(-1)} ms\n`);
    }
  } finally {
    tellTimes();
  }
}, 180_000 + TIMES * 90_000);

function tellTimes(): void {
  const names: Record<Event, string> = { failover: `primary ${HOW === 'kill' ? 'killed' : 'hung'}`, nothing: 'nothing happens', return: 'return to the primary' };
  for (const event of ['failover', 'return', 'nothing'] as const) {
    for (const delay of DELAYS) {
      const all = seen[event][delay];
      if (all.length === 0) continue;
      const wanted = event === 'nothing' ? '' : delay === 'low latency' ? 'p95 ≤ 0.7 s' : 'none';
      const stalls = all.filter(({ stood }) => stood > 0).length;
      rows.push([`${names[event]}, ${delay}: stall`, wanted, stalls === 0 ? `none in ${all.length}` : `${stalls} of ${all.length} times, ${halfAndMost(all.map(({ stood }) => stood))}`]);
      rows.push([`${names[event]}, ${delay}: longest time without a new frame`, '', halfAndMost(all.map(({ gap }) => gap))]);
    }
  }
  if (told.length > 0) rows.push([`${CLIENTS} clients told that the backup is on, the last of them`, '≤ 2 s', halfAndMost(told)]);
}

it('shows the slate when both are dead, and is live again without a reload', async () => {
  await Promise.all([...pages.values()].map(beginWatching));
  const slate = house.followers.untilAll('slate');
  const at = Date.now();
  await Promise.all([house.kill('backup'), house.kill('primary')]);
  rows.push([`${CLIENTS} clients told of the slate when both are dead`, '≤ 2 s', seconds((await slate).last - at)]);
  await after(LOOK);
  const live = house.followers.untilAll('live');
  const started = Date.now();
  await house.start('primary');
  const { last } = await live;
  await Promise.all([...pages.values()].map(plays));
  await after(LOOK);
  for (const [delay, page] of pages) {
    const { stood, gap } = await endWatching(page);
    rows.push([`both dead, the slate, and live again, without a reload, ${delay}`, 'plays on', `plays; stood for ${seconds(stood)}, longest time without a new frame ${seconds(gap)}`]);
  }
  rows.push(['the primary sends again: live after', '', seconds(last - started)]);
}, 120_000);
