import type { Browser, Page } from 'playwright-core';
import { aBrowser } from '../support/browser.js';
import { aServer, type RunningServer } from '../support/running-server.js';

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([aServer({ environment: { MERIDIAN_DEMO: '1' } }), aBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

interface Watched {
  page: Page;
  /** What the browser asked of anybody but our server. */
  strangers: string[];
  /** What its policy kept it from, and what it complained of. */
  complaints: string[];
}

async function watch(): Promise<Watched> {
  const page = await (await browser.newContext()).newPage();
  const strangers: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== server.url) strangers.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return { page, strangers, complaints };
}

it.each([
  ['the client', '/', '#root > *'],
  ['an agenda', '/open-horizons', '#root h1, #root h2'],
  ['the page of the API', '/api/docs', '.swagger-ui .opblock'],
])('%s is drawn with nobody’s help but ours, and within its policy', async (_name, path, drawn) => {
  const { page, strangers, complaints } = await watch();
  await page.goto(server.url + path);
  await page.waitForSelector(drawn);
  await page.waitForLoadState('networkidle');
  expect({ strangers, complaints }).toEqual({ strangers: [], complaints: [] });
  await page.context().close();
});
