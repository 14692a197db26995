import { setTimeout as after } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { aVisitor, type Visitor } from '../../test/support/a-visitor.js';
import { aBrowser } from '../../test/support/browser.js';
import { plays } from '../../test/support/watch-video.js';
import { aFailingHouse, type FailingHouse } from '../failover/a-failing-house.js';
import { aFilm } from '../failover/encoders.js';
import { beginWatching, endWatching } from '../failover/watch-stalls.js';
import { machine, table } from '../figures.js';
import { sourcesIn, type OnAirSeen } from './on-air-seen.js';

/** Milliseconds that each city is on the air. */
const TURN = 15_000;
/** Seconds: a segment. */
const SEGMENT = 1;

let house: FailingHouse;
let browser: Browser;
let visitor: Visitor | undefined;
let on: string;
const rows: [string, string, string][] = [];

beforeAll(async () => {
  browser = await aBrowser({ args: ['--autoplay-policy=no-user-gesture-required'] });
  on = machine(browser);
  house = await aFailingHouse(1);
}, 300_000);

afterAll(async () => {
  process.stdout.write(`\n${on}\n\n${table(['what', 'wanted', 'measured'], rows)}\n\n`);
  await visitor?.close();
  await browser.close();
  await house.close();
});

const playlistOf = async (channel: string): Promise<string> => {
  const { plainUrl } = await house.playback(channel);
  return await (await fetch(house.server.url + plainUrl.replace(/[^/]+\.m3u8/, 'video-360.m3u8'))).text();
};

/** The init segment of what a stage sends now: names its source in the programme too. */
async function sourceOf(stage: string): Promise<string> {
  for (;;) {
    const source = sourcesIn(await playlistOf(stage)).at(-1)?.init;
    const live = house.followers.turns.length > 0;
    if (source !== undefined && live) return source;
    await after(500);
  }
}

it('three cities, one after the other', async () => {
  const films = [await aFilm(house.folder, { size: '854x480' }), await aFilm(house.folder, { tone: 550, size: '854x480' }), await aFilm(house.folder, { tone: 660, size: '854x480' })] as const;
  const { id: programme } = await house.ask<{ id: string }>('POST', '/channels', { kind: 'programme', access: 'public' });
  const live = house.followers.untilAll('live', 0);
  await house.start('primary', films[0]);
  const stages = [['Lyon', house.stage], ['Oslo', await house.addStage('Loft', films[1])], ['Quito', await house.addStage('Dome', films[2])]] as const;
  await live;
  // their first segments are there, and no longer the slate's
  await after(10_000);
  const sources = new Map<string, string>();
  for (const [city, stage] of stages) sources.set(await sourceOf(stage), city);

  await house.ask('POST', '/programme/hand-over', { to: house.stage });
  visitor = await aVisitor(browser, house.server.url);
  const page = await visitor.open('/bench/programme');
  await page.getByRole('button', { name: 'Watch live' }).click();
  await plays(page);
  const first = Math.ceil(Date.now() / 1_000) * 1_000 + 5_000;
  const show = [...stages.slice(1), stages[0]].map(([city, to], index) => ({ city, to, at: first + index * TURN }));
  await house.ask('PUT', '/programme/run-of-show', { items: show.map(({ to, at }) => ({ to, at: new Date(at).toISOString() })) });

  await beginWatching(page);
  const seen: OnAirSeen[] = [];
  while (Date.now() < show.at(-1)!.at + TURN) {
    for (const one of sourcesIn(await playlistOf(programme))) if (!seen.some(({ init, from }) => init === one.init && from === one.from) && seen.at(-1)?.init !== one.init && one.from > (seen.at(-1)?.from ?? 0)) seen.push(one);
    await after(1_000);
  }
  const { stood, gap } = await endWatching(page);
  await plays(page);

  const cities = seen.map(({ init, from }) => ({ city: sources.get(init) ?? 'the slate', from })).filter(({ from }) => from > first - TURN / 3);
  rows.push(['order', show.map(({ city }) => city).join(', '), cities.map(({ city }) => city).join(', ')]);
  const errors = show.map(({ city, at }) => (cities.find((one) => one.city === city && Math.abs(one.from - at) < TURN / 2)?.from ?? NaN) - at);
  rows.push(['first frame of each city against the run of show', `within ${SEGMENT} s`, errors.map((error) => `${(error / 1_000).toFixed(2)} s`).join(', ')]);
  rows.push(['the player meanwhile, low latency', 'goes on', `plays; stood for ${(stood / 1_000).toFixed(2)} s in all, longest time without a new frame ${gap.toFixed(0)} ms`]);
  expect(cities.map(({ city }) => city)).toEqual(show.map(({ city }) => city));
  expect(Math.max(...errors.map(Math.abs))).toBeLessThanOrEqual(SEGMENT * 1_000);
}, 300_000);
