import type { Page } from 'playwright-core';
import type { SessionId } from '../../src/contract/ids.js';
import { askAsAdministrator, anAdministrator } from '../support/an-administrator.js';
import { aHouse, type House } from '../support/a-house.js';
import { aVisitor, aZoneAtNoon, type Visitor } from '../support/a-visitor.js';

const MINUTE = 60_000;
const NOW = Math.floor(Date.now() / (5 * MINUTE)) * 5 * MINUTE;
const ZONE = aZoneAtNoon(NOW);
const at = (minutes: number): string => new Date(NOW + minutes * MINUTE).toISOString();

/** What would be done, were any of these texts taken for more than text. */
const DEED = 'window.deceived=true;alert(1)';
const IMAGE = `<img src=x onerror="${DEED}">`;
const SCRIPT = `"><script>${DEED}</script>`;
const FORMULA = '{{constructor.constructor("' + DEED + '")()}}';
const ENDLESS = 'Donaudampfschifffahrt'.repeat(23).slice(0, 480);
const TURNED = '\u202Eevil\u202D \u2067txt.exe';
const MARKDOWN = [
  'Written with care.', IMAGE, SCRIPT,
  `[a link](javascript:${DEED}) [another](JaVaScRiPt:${DEED}) [a third](data:text/html,<script>${DEED}</script>) <a href="vbscript:x" onclick="${DEED}">press</a>`,
  `<svg onload="${DEED}"></svg><iframe srcdoc="<script>parent.${DEED}</script>"></iframe><style>body{display:none}</style><form action="https://elsewhere.example"><input name=q></form>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=${DEED}&gt;">`,
  `![beacon](https://elsewhere.example/beacon.png) <p id="content" class="x" style="position:fixed;inset:0">over everything</p>`,
  `\`\`\`\n${SCRIPT}\n\`\`\`\n\n| a | b |\n|---|---|\n| ${ENDLESS} | ${IMAGE} |\n\n${ENDLESS}`,
].join('\n\n');

let house: House<void>;
const ids = { sessions: [] as SessionId[], city: '' };

beforeAll(async () => {
  house = await aHouse(async () => undefined);
  await publishHostileConference();
});

afterAll(async () => await house.close());

/** Over the API, as anyone's import or form would. */
async function publishHostileConference(): Promise<void> {
  const day = at(0).slice(0, 10);
  await askAsAdministrator(house, 'POST', '/api/conferences', {
    slug: 'hostile', title: `Conference ${IMAGE} ${ENDLESS.slice(0, 300)}`, zone: ZONE, startsOn: day, endsOn: day, status: 'published',
  });
  const { ask, release } = anAdministrator(house, 'hostile');
  const make = async <Id = string>(path: string, body: object): Promise<Id> => (await ask<{ id: Id }>('POST', path, body)).id;
  const cityId = (ids.city = await make('/cities', { name: `${IMAGE} ${TURNED}`, zone: ZONE, latitude: 45.76, longitude: 4.84 }));
  await make('/cities', { name: ENDLESS, zone: ZONE, latitude: 45.7, longitude: 4.9 });
  const venueId = await make('/venues', { cityId, name: SCRIPT, address: `${IMAGE} ${ENDLESS}`, accessNotes: `${SCRIPT}\n${ENDLESS}` });
  const rooms = [await make('/rooms', { venueId, name: IMAGE }), await make('/rooms', { venueId, name: ENDLESS }), await make('/rooms', { venueId, name: TURNED })];
  const tracks = [await make('/tracks', { name: SCRIPT, colour: '#7d2f8c' }), await make('/tracks', { name: ENDLESS })];
  const people = [SCRIPT, ENDLESS, TURNED, FORMULA].map(async (name) => await make('/speakers', { name, biography: MARKDOWN }));
  const appearances = (await Promise.all(people)).map((speakerId) => ({ speakerId }));
  const titles = [`${IMAGE} one`, `${SCRIPT} two`, 'W'.repeat(500), `${TURNED} four`, `${FORMULA} five`, `javascript:${DEED}`];
  for (const [n, title] of titles.entries()) {
    const id = await make<SessionId>('/sessions', {
      title, subtitle: `${IMAGE} ${ENDLESS}`, abstract: MARKDOWN, description: MARKDOWN, trackId: tracks[n % 2],
      // one person is in one place at a time
      appearances: n === 0 ? appearances : [], url: 'https://elsewhere.example/?x="><script>',
    });
    await ask('PUT', `/sessions/${id}/slot`, { roomId: rooms[n % 3], startsAt: at(n < 3 ? -20 : 60), endsAt: at(n < 3 ? 40 : 90) });
    ids.sessions.push(id);
  }
  await release();
}

const PATHS = (): string[] => [
  '/', '/hostile/agenda', '/hostile/grid', '/hostile/now', `/hostile/map?at=${ids.city}`, '/hostile/mine',
  ...ids.sessions.map((id) => `/hostile/sessions/${id}`),
  `/hostile/agenda?q=${encodeURIComponent(IMAGE)}&city=${encodeURIComponent(SCRIPT)}`,
];

/** Nothing ran, nothing was fetched from elsewhere, and the page is no wider than its window. */
async function isHarmless(page: Page): Promise<void> {
  const found = await page.evaluate(() => ({
    deceived: 'deceived' in window,
    foreign: [...document.querySelectorAll('main img, main iframe, main script, main svg[onload], main form, main style, [onerror], [onclick], [onload]')].map((element) => element.outerHTML.slice(0, 100)),
    links: [...document.querySelectorAll('a[href]')].map((link) => (link as HTMLAnchorElement).protocol).filter((protocol) => !/^(https?|mailto|webcal):$/.test(protocol)),
    wider: document.documentElement.scrollWidth - innerWidth,
  }));
  const path = new URL(page.url()).pathname;
  expect({ path, ...found }).toEqual({ path, deceived: false, foreign: [], links: [], wider: 0 });
}

describe.each([{ width: 390, language: 'en-GB' }, { width: 1440, language: 'fa-IR' }])('at $width pixels in $language', ({ width, language }) => {
  let visitor: Visitor;
  const asked: string[] = [];
  const dialogs: string[] = [];

  beforeAll(async () => {
    const kept = { 'meridian.bookmarks.hostile': JSON.stringify(ids.sessions) };
    visitor = await aVisitor(house.browser, house.url, { width, language, zone: ZONE, kept });
    visitor.context.on('request', (request) => asked.push(new URL(request.url()).origin));
    visitor.context.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
  });

  afterAll(async () => await visitor.close());

  it('takes all that others wrote for text, on every screen', async () => {
    for (const path of PATHS()) {
      const page = await visitor.open(path, path === '/' ? 'there' : 'live');
      if (path.includes('/sessions/')) await page.getByText('Written with care.').first().waitFor();
      await isHarmless(page);
      await page.close();
    }
    // styles in the texts are refused by the page's policy while they are read, before they are taken out; scripts do not come that far
    const complaints = visitor.complaints.filter((complaint) => !complaint.startsWith('Applying inline style violates'));
    expect({ dialogs, elsewhere: asked.filter((origin) => origin !== house.url), complaints }).toEqual({ dialogs: [], elsewhere: [], complaints: [] });
  });

  it('shows the titles as they were written', async () => {
    const page = await visitor.open('/hostile/agenda');
    await page.getByRole('heading', { name: `${IMAGE} one` }).waitFor();
    await page.getByRole('searchbox').first().fill('onerror deceived');
    await page.getByRole('heading', { name: `${IMAGE} one` }).waitFor();
    await isHarmless(page);
  });

  it('announces a change of such a session as text', async () => {
    const page = await visitor.open('/hostile/agenda');
    await anAdministrator(house, 'hostile').change({ change: 'cancel', sessionId: ids.sessions[width === 390 ? 0 : 1]!, reason: MARKDOWN.slice(0, 400) });
    await page.getByRole('status').filter({ hasText: width === 390 ? IMAGE : SCRIPT }).waitFor({ state: 'attached' });
    await isHarmless(page);
    expect(dialogs).toEqual([]);
  });
});
