import type { Browser, Page } from 'playwright-core';
import { aBrowser } from '../../test/support/browser.js';
import { aVisitor, type Visitor } from '../../test/support/a-visitor.js';
import { plays } from '../../test/support/watch-video.js';
import { machine, share, table } from '../figures.js';
import { aSendingHouse, FLOOR, PERSIAN, type SendingHouse } from './a-sending-house.js';
import { programmeDateTimeErrors } from './programme-date-time.js';
import { firstFrame, untilHeard, watch, type Watched } from './watch.js';

const STARTS = 12;
/** Enough for the slowest of twenty to be one of several. */
const SWITCHES = 24;
/** Seconds from one change to the next. */
const BETWEEN = 2;
const LONG = 60;
const SOUND_SECONDS = 30;

let house: SendingHouse;
let browser: Browser;
let visitor: Visitor;
let on: string;
const rows: [string, string, string][] = [];

beforeAll(async () => {
  browser = await aBrowser({ args: ['--autoplay-policy=no-user-gesture-required'] });
  on = machine(browser);
  house = await aSendingHouse();
});

afterAll(async () => {
  process.stdout.write(`\n${on}\n\n${table(['what', 'wanted', 'measured'], rows)}\n\n`);
  await browser.close();
  await house.close();
});

beforeEach(async () => {
  visitor = await aVisitor(browser, house.url);
});

afterEach(async () => await visitor.close());

const seconds = (milliseconds: number): string => `${(milliseconds / 1_000).toFixed(2)} s`;
const halfAndMost = (values: readonly number[]): string => `p50 ${seconds(share(values, 0.5))}, p95 ${seconds(share(values, 0.95))}`;
const opened = async (): Promise<Page> => {
  const page = await visitor.open(house.path);
  await page.getByRole('button', { name: 'Watch live' }).waitFor();
  return page;
};
const started = async (): Promise<Page> => {
  const page = await opened();
  await page.getByRole('button', { name: 'Watch live' }).click();
  await plays(page);
  return page;
};

const steady = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'How to watch' }).click();
  await page.getByRole('radio', { name: /^Steady/ }).check();
  await plays(page);
};

it('first frame', async () => {
  const times: number[] = [];
  for (let start = 0; start < STARTS; start += 1) {
    const page = await opened();
    times.push(await firstFrame(page));
    await page.close();
  }
  rows.push([`first frame after the press, ${STARTS} times`, 'p50 ≤ 0.8 s, p95 ≤ 1.5 s', halfAndMost(times)]);
});

it('delay and stalls, low latency', async () => {
  const page = await started();
  await watch(page, 5);
  tell('low latency', '≤ 2.0 s', await watch(page, LONG));
});

it('delay and stalls, plain HLS', async () => {
  const page = await started();
  await steady(page);
  await watch(page, 5);
  tell('plain HLS', '≤ 5.0 s', await watch(page, LONG));
});

function tell(name: string, wanted: string, { delays, stalls, stood, gap }: Watched): void {
  rows.push([`glass to glass, ${name}, ${delays.length} frames`, wanted, halfAndMost(delays)]);
  rows.push([`stalls in ${LONG} s, ${name}`, 'none', `${stalls === 0 ? 'none' : `${stalls}, ${seconds(stood)}`}; longest time without a new frame ${Math.round(gap)} ms`]);
}

it.each([
  ['low latency', async () => await Promise.resolve()],
  ['plain HLS', async (page: Page) => await steady(page)],
])('change of language, %s', async (delay, prepare) => {
  const page = await started();
  await prepare(page);
  await page.getByRole('button', { name: 'Language and captions' }).click();
  await untilHeard(page, ...FLOOR);
  // what the machine does to the picture by itself, in the same play and for as long
  const undisturbed = await watch(page, SWITCHES * BETWEEN);
  const times: number[] = [];
  const changed = await watch(page, 0, async () => {
    for (let change = 0; change < SWITCHES; change += 1) {
      const [name, hertz] = change % 2 === 0 ? PERSIAN : FLOOR;
      times.push(await untilHeard(page, name, hertz));
      await watchFor(Math.max(0, BETWEEN * 1_000 - times.at(-1)!));
    }
  });
  const picture = ({ gap, stalls, stood }: Watched): string => `${Math.round(gap)} ms; ${stalls === 0 ? 'no stall' : `${stalls} stalls, ${seconds(stood)}`}`;
  rows.push([`change of language until it is heard, ${delay}, ${SWITCHES} times`, '≤ 0.5 s', halfAndMost(times)]);
  rows.push([`the picture meanwhile, ${delay}: longest time without a new frame`, 'no gap', picture(changed)]);
  rows.push([`the same without a change, ${delay}`, '', picture(undisturbed)]);
});

const watchFor = async (milliseconds: number): Promise<void> => await new Promise((resolve) => setTimeout(resolve, milliseconds));

it('sound only', async () => {
  const page = await opened();
  await page.getByRole('button', { name: 'How to watch' }).click();
  await page.getByRole('radio', { name: /^Sound only/ }).check();
  await page.getByRole('button', { name: 'Listen live' }).click();
  await plays(page);
  await watchFor(5_000);
  const bytes = { media: 0, playlists: 0 };
  page.on('response', (response) => {
    const path = new URL(response.url()).pathname;
    const length = Number(response.headers()['content-length'] ?? 0);
    if (path.startsWith('/streams/media/')) bytes.media += length;
    else if (path.startsWith('/streams/play/')) bytes.playlists += length;
  });
  await watchFor(SOUND_SECONDS * 1_000);
  const rate = (count: number): string => `${((count * 8) / SOUND_SECONDS / 1_000).toFixed(0)} kbit/s`;
  rows.push([`sound only, over ${SOUND_SECONDS} s`, '< 60 kbit/s', `${rate(bytes.media)} of media, ${rate(bytes.playlists)} of playlists`]);
});

it('programme date-time', async () => {
  const errors = await programmeDateTimeErrors(house, 10);
  rows.push([`programme date-time against the clock in the picture, ${errors.length} segments`, '≤ 200 ms', `at most ${Math.round(Math.max(...errors.map(Math.abs)))} ms`]);
});
