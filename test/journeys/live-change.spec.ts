import type { Page } from 'playwright-core';
import type { LiveChange } from '../../src/contract/agenda-requests.js';
import { aConference, type BuiltConference } from '../support/a-conference.js';
import { aHouse, type House } from '../support/a-house.js';
import { aVisitor, aZoneAtNoon, type Visitor } from '../support/a-visitor.js';
import { anAdministrator, type Administrator } from '../support/an-administrator.js';

const MINUTE = 60_000;
const NOW = Math.floor(Date.now() / (5 * MINUTE)) * 5 * MINUTE;
const ZONE = aZoneAtNoon(NOW);
const at = (minutes: number): string => new Date(NOW + minutes * MINUTE).toISOString();

let house: House<Record<'en' | 'fa', BuiltConference>>;

beforeAll(async () => {
  // one conference a language: neither sees the other's changes
  house = await aHouse(async (source) => ({ en: await tides('tides-en').build(source), fa: await tides('tides-fa').build(source) }));
});

afterAll(async () => await house.close());

const tides = (slug: string) =>
  aConference(slug).inZone(ZONE)
    .withCity('Lyon', ZONE, { latitude: 45.76, longitude: 4.84 }).withRoom('Amphitheatre').withRoom('Studio')
    .withCity('Adelaide', 'Australia/Adelaide', { latitude: -34.93, longitude: 138.6 }).withRoom('Map room')
    .withSession('Tides of the estuary', { room: 'Amphitheatre', startsAt: at(60), speakers: ['Amina Wolff'] })
    .withSession('Radio at night', { room: 'Studio', startsAt: at(60) })
    .withSession('Maps by hand', { room: 'Map room', startsAt: at(-30), minutes: 120, speakers: ['Chandra Osei'] })
    .withSession('Closing words', { room: 'Amphitheatre', startsAt: at(240), speakers: ['Bo Lind'] });

const WORDS = {
  en: { cities: 'Cities', changed: 'Changed', oneChanged: '1 changed', changedHint: 'Changed since you last looked', delayed: 'Delayed', moved: 'Moved', cancelled: 'Cancelled', after: 'Takes place after all' },
  fa: { cities: 'شهرها', changed: 'تغییر کرد', oneChanged: '۱ تغییر', changedHint: 'از آخرین نگاه شما تغییر کرده است', delayed: 'به تعویق افتاد', moved: 'جابه‌جا شد', cancelled: 'لغو شد', after: 'با وجود لغو پیشین برگزار می‌شود' },
} as const;

describe.each([
  { lang: 'en', locale: 'en-GB' },
  { lang: 'fa', locale: 'fa-IR' },
] as const)('in $lang', ({ lang, locale }) => {
  const words = WORDS[lang];
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: ZONE });
  const time = (instant: string): string => clock.format(Date.parse(instant));
  let visitor: Visitor;
  let administrator: Administrator;
  let built: BuiltConference;
  let ids: BuiltConference['sessions'];
  let pages: { list: Page; grid: Page; map: Page; session: Page };

  beforeAll(async () => {
    built = house.holds[lang];
    ids = built.sessions;
    administrator = anAdministrator(house, built.slug);
    visitor = await aVisitor(house.browser, house.url, { language: locale, zone: ZONE });
    const [list, grid, map, session] = await Promise.all(
      [`agenda`, `grid`, `map?at=${built.cities['Lyon']}`, `sessions/${ids['Tides of the estuary']}`].map(async (path) => await visitor.open(`/${built.slug}/${path}`)),
    );
    pages = { list: list!, grid: grid!, map: map!, session: session! };
    for (const page of Object.values(pages)) await page.evaluate(() => Object.assign(window, { notReloaded: true }));
  });

  afterAll(async () => await visitor.close());

  afterEach(async () => {
    for (const page of Object.values(pages)) expect(await page.evaluate(() => 'notReloaded' in window)).toBe(true);
    expect(visitor.complaints).toEqual([]);
  });

  const row = (title: string) => pages.list.getByRole('article', { name: title });
  const cell = (title: string) => pages.grid.getByRole('gridcell').filter({ hasText: title });
  const inPanel = () => pages.map.getByRole('region', { name: 'Lyon' });
  const markOfCity = (city: string) => pages.map.getByRole('list', { name: words.cities }).getByRole('button').filter({ hasText: city }).getByText(words.oneChanged);
  const announced = (page: Page, ...parts: string[]) => parts.reduce((said, part) => said.filter({ hasText: part }), page.getByRole('status')).waitFor({ state: 'attached' });

  /** Each view is watched before the change is made, and until all was seen nobody looks at it: a mark goes once it was looked at for seconds. */
  async function seen(change: LiveChange | (() => Promise<unknown>), ...sights: Promise<unknown>[]): Promise<void> {
    await Promise.all(Object.values(pages).map(async (page) => await lookedAt(page, false)));
    await Promise.all([typeof change === 'function' ? change() : administrator.change(change), ...sights]);
    await Promise.all(Object.values(pages).map(async (page) => await lookedAt(page, true)));
  }

  it('stands in its own direction', async () => {
    for (const page of Object.values(pages)) expect(await page.locator('html').getAttribute('dir')).toBe(lang === 'fa' ? 'rtl' : 'ltr');
  });

  it('shows a delay in every view, marked until it was looked at, and says so', async () => {
    const to = at(75);
    await seen(
      { change: 'delay', sessionId: ids['Tides of the estuary']!, minutes: 15, reason: 'A train is late.' },
      row('Tides of the estuary').getByText(words.changedHint).waitFor(),
      row('Tides of the estuary').getByText(words.delayed).waitFor(),
      row('Tides of the estuary').locator(`time[datetime="${to}"]`).filter({ hasText: time(to) }).waitFor(),
      cell('Tides of the estuary').filter({ hasText: time(to) }).filter({ hasText: words.changed }).waitFor(),
      inPanel().locator(`time[datetime="${to}"]`).filter({ hasText: time(to) }).waitFor(),
      markOfCity('Lyon').waitFor(),
      pages.session.locator('[data-unseen]').waitFor(),
      pages.session.getByText('A train is late.').waitFor(),
      pages.session.locator(`time[datetime="${to}"]`).filter({ hasText: time(to) }).first().waitFor(),
      ...Object.values(pages).map(async (page) => await announced(page, 'Tides of the estuary', time(to))),
    );
    // once it was in view for a while it counts as seen, in each view by itself; what lies below the map has to be scrolled to
    await inPanel().getByRole('link', { name: 'Tides of the estuary' }).scrollIntoViewIfNeeded();
    await Promise.all([
      row('Tides of the estuary').getByText(words.changedHint).waitFor({ state: 'detached' }),
      cell('Tides of the estuary').getByText(words.changed).waitFor({ state: 'detached' }),
      markOfCity('Lyon').waitFor({ state: 'detached' }),
      pages.session.locator('[data-unseen]').waitFor({ state: 'detached' }),
    ]);
    // that it was delayed stays of use
    expect(await row('Tides of the estuary').getByText(words.delayed).isVisible()).toBe(true);
  });

  it('shows a move to another room', async () => {
    await seen(
      { change: 'move', sessionId: ids['Tides of the estuary']!, startsAt: at(120), roomId: built.rooms['Studio']!, reason: '' },
      row('Tides of the estuary').filter({ hasText: 'Studio' }).getByText(words.moved).waitFor(),
      pages.grid.getByRole('row').filter({ hasText: 'Studio' }).getByRole('gridcell').filter({ hasText: 'Tides of the estuary' }).filter({ hasText: time(at(120)) }).waitFor(),
      // where it was, the map names what comes there instead
      inPanel().getByRole('listitem').filter({ hasText: 'Amphitheatre' }).filter({ hasText: 'Closing words' }).waitFor(),
      pages.session.getByRole('complementary').getByText('Studio').first().waitFor(),
      ...Object.values(pages).map(async (page) => await announced(page, 'Tides of the estuary', 'Studio')),
    );
  });

  it('shows that one is cancelled, and that it takes place after all', async () => {
    await seen(
      { change: 'cancel', sessionId: ids['Tides of the estuary']!, reason: 'The hall is flooded.' },
      row('Tides of the estuary').filter({ hasText: 'The hall is flooded.' }).getByText(words.cancelled, { exact: true }).waitFor(),
      cell('Tides of the estuary').getByText(words.cancelled, { exact: true }).waitFor(),
      pages.session.getByText('The hall is flooded.').first().waitFor(),
      markOfCity('Lyon').waitFor(),
      ...Object.values(pages).map(async (page) => await announced(page, 'Tides of the estuary', words.cancelled.toLocaleLowerCase('en'))),
    );
    await seen(
      { change: 'reinstate', sessionId: ids['Tides of the estuary']!, reason: '' },
      row('Tides of the estuary').getByText(words.cancelled, { exact: true }).waitFor({ state: 'detached' }),
      cell('Tides of the estuary').getByText(words.cancelled, { exact: true }).waitFor({ state: 'detached' }),
      pages.session.getByText(words.after).first().waitFor(),
    );
  });

  it('shows a swap of two', async () => {
    const { sessions } = await administrator.agenda();
    const [tides, radio] = [sessions[ids['Tides of the estuary']!]!, sessions[ids['Radio at night']!]!];
    await seen(
      { change: 'swap', sessionId: tides.id, withSessionId: radio.id, reason: '' },
      row('Tides of the estuary').locator(`time[datetime="${radio.startsAt}"]`).waitFor(),
      row('Radio at night').locator(`time[datetime="${tides.startsAt}"]`).waitFor(),
      cell('Tides of the estuary').filter({ hasText: time(radio.startsAt) }).waitFor(),
      cell('Radio at night').filter({ hasText: time(tides.startsAt) }).waitFor(),
      inPanel().locator(`time[datetime="${radio.startsAt}"]`).waitFor(),
      pages.session.locator(`time[datetime="${radio.startsAt}"]`).first().waitFor(),
      ...Object.values(pages).map(async (page) => await announced(page, 'Tides of the estuary', 'Radio at night')),
    );
  });

  it('shows another title and other speakers', async () => {
    const speaker = built.speakers['Bo Lind']!;
    await seen(
      async () => await administrator.edit(ids['Tides of the estuary']!, { title: 'Ebb and flow', appearances: [{ speakerId: speaker, role: 'moderator', mode: 'remote' }] }),
      row('Ebb and flow').getByText('Bo Lind').waitFor(),
      cell('Ebb and flow').waitFor(),
      inPanel().getByRole('link', { name: 'Ebb and flow' }).waitFor(),
      pages.session.getByRole('heading', { level: 1, name: 'Ebb and flow' }).waitFor(),
      pages.session.getByText('Bo Lind').first().waitFor(),
      ...Object.values(pages).map(async (page) => await announced(page, 'Ebb and flow')),
    );
    expect(await pages.list.title()).not.toContain('Ebb and flow');
    expect(await pages.session.title()).toContain('Ebb and flow');
  });

  it('shows on the map that fewer are on when one of now is cancelled', async () => {
    const button = pages.map.getByRole('list', { name: words.cities }).getByRole('button').filter({ hasText: 'Adelaide' });
    const before = await button.innerText();
    await seen(
      { change: 'cancel', sessionId: ids['Maps by hand']!, reason: '' },
      markOfCity('Adelaide').waitFor(),
      cell('Maps by hand').getByText(words.cancelled, { exact: true }).waitFor(),
    );
    expect(await button.innerText()).not.toBe(before);
  });
});

it('keeps a change that is out of view marked, and leads to it', async () => {
  const { slug, sessions } = house.holds.en;
  const visitor = await aVisitor(house.browser, house.url, { zone: ZONE, height: 420 });
  const page = await visitor.open(`/${slug}/agenda`);
  await lookedAt(page, false);
  await anAdministrator(house, slug).edit(sessions['Closing words']!, { title: 'Last words' });
  await page.getByText('1 session changed', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Show the next one' }).click();
  const row = page.getByRole('article', { name: 'Last words' });
  await row.getByText('Changed', { exact: true }).waitFor();
  await page.waitForFunction((element) => element.getBoundingClientRect().bottom <= innerHeight && element.getBoundingClientRect().top >= 0, await row.elementHandle());
  // looked at, it is like the others again
  await lookedAt(page, true);
  await page.getByText('1 session changed', { exact: true }).waitFor({ state: 'detached' });
  await row.getByText('Changed', { exact: true }).waitFor({ state: 'detached' });
  await visitor.close();
});

/** Puts the page before its reader, or behind other windows, where nothing counts as seen. */
async function lookedAt(page: Page, isLookedAt: boolean): Promise<void> {
  await page.evaluate((state) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
    document.dispatchEvent(new Event('visibilitychange'));
  }, isLookedAt ? 'visible' : 'hidden');
}
