import type { Page } from 'playwright-core';
import { aConference, type BuiltConference } from '../../test/support/a-conference.js';
import { aHouse, type House } from '../../test/support/a-house.js';
import { aVisitor, aZoneAtNoon } from '../../test/support/a-visitor.js';
import { anAdministrator } from '../../test/support/an-administrator.js';
import { machine, median, table } from '../figures.js';

const MINUTE = 60_000;
const NOW = Math.floor(Date.now() / (5 * MINUTE)) * 5 * MINUTE;
const ZONE = aZoneAtNoon(NOW);
const CHANGES = 30;

let house: House<BuiltConference>;

beforeAll(async () => {
  house = await aHouse(async (source) =>
    await aConference('stopwatch').inZone(ZONE).withCity('Lyon', ZONE, { latitude: 45.76, longitude: 4.84 }).withRoom('Amphitheatre')
      .withSession('Late again', { room: 'Amphitheatre', startsAt: new Date(NOW + 60 * MINUTE).toISOString(), minutes: 60 })
      .build(source));
});

afterAll(async () => await house.close());

it.each(['en-GB', 'fa-IR'])('tells how long a change takes to each view, in %s', async (language) => {
  const { slug, cities, sessions } = house.holds;
  const id = sessions['Late again']!;
  const on = machine(house.browser);
  const visitor = await aVisitor(house.browser, house.url, { language, zone: ZONE });
  const views: { name: string; path: string; within: string; waits: number[] }[] = [
    { name: 'list', path: 'agenda', within: 'main article', waits: [] },
    { name: 'timeline', path: 'grid', within: `[data-session="${id}"]`, waits: [] },
    { name: 'map', path: `map?at=${cities['Lyon']}`, within: 'main section', waits: [] },
    { name: 'session page', path: `sessions/${id}`, within: 'main aside', waits: [] },
  ];
  const pages = await Promise.all(views.map(async (view) => await visitor.open(`/${slug}/${view.path}`)));
  const administrator = anAdministrator(house, slug);
  const clock = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: ZONE });
  const answers: number[] = [];
  for (let change = 0; change < CHANGES; change += 1) {
    const { startsAt } = (await administrator.agenda()).sessions[id]!;
    const text = clock.format(Date.parse(startsAt) + MINUTE);
    const shown = pages.map(async (page, n) => await whenShown(page, views[n]!.within, text));
    const sent = Date.now();
    await administrator.change({ change: 'delay', sessionId: id, minutes: 1, reason: '' });
    const answered = Date.now();
    answers.push(answered - sent);
    for (const [n, instant] of (await Promise.all(shown)).entries()) views[n]!.waits.push(instant - answered);
  }
  await visitor.close();
  process.stdout.write(`\n${on}\n${CHANGES} changes one by one, four views open at once in ${language}; the answer itself came ${median(answers)} ms after the request (median).\n\n${table(
    ['view', 'median after the answer', 'slowest'],
    views.map(({ name, waits }) => [name, `${median(waits)} ms`, `${Math.max(...waits)} ms`]),
  )}\n\n`);
});

/** The moment, by the clock of this machine, at which that text stands in that part of the page. */
async function whenShown(page: Page, within: string, text: string): Promise<number> {
  return await page.evaluate(
    async ([selector, words]) =>
      await new Promise<number>((resolve) => {
        const look = (): void => {
          if (document.querySelector(selector!)?.textContent.includes(words!) !== true) return;
          observer.disconnect();
          resolve(Date.now());
        };
        const observer = new MutationObserver(look);
        observer.observe(document.body, { childList: true, subtree: true, characterData: true });
        look();
      }),
    [within, text],
  );
}
