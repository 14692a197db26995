import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';
import type { Agenda } from '../../src/contract/agenda.js';
import { DEMO_SLUG, seedDemo } from '../../src/demo/seed-demo.js';
import { aHouse, type House } from '../support/a-house.js';
import { aVisitor } from '../support/a-visitor.js';
import { anAdministrator } from '../support/an-administrator.js';

let house: House<void>;
let agenda: Agenda;
let axeSource: string;

beforeAll(async () => {
  house = await aHouse(async (source) => await seedDemo(source, new Date()));
  agenda = await anAdministrator(house, DEMO_SLUG).agenda();
  axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
});

afterAll(async () => await house.close());

/** Two that are on at about the same time, so that my agenda has a clash to show. */
const bookmarked = (): string[] => {
  const now = new Date().toISOString();
  return Object.values(agenda.sessions).filter((session) => session.startsAt <= now && now < session.endsAt).slice(0, 3).map((session) => session.id);
};
const described = (): string => Object.values(agenda.sessions).find((session) => session.appearances.length > 1)!.id;

interface Screen {
  name: string;
  path: () => string;
  /** Found once it is there. */
  there: string;
  /** What is pressed before. */
  press?: string;
  bookmarks?: true;
  /** It is there for all, but no conference is. */
  without?: 'conference';
  /** What the browser itself says on the console of an answer that is as it should be. */
  saidByBrowser?: RegExp;
}

const SCREENS: Screen[] = [
  { name: 'home', path: () => '/', there: 'main h2', without: 'conference' },
  { name: 'agenda', path: () => `/${DEMO_SLUG}/agenda`, there: 'main article' },
  { name: 'a filter', path: () => `/${DEMO_SLUG}/agenda`, press: '[role="search"] button[aria-haspopup="dialog"]', there: '[role="dialog"] [role="option"]' },
  { name: 'a menu', path: () => `/${DEMO_SLUG}/agenda`, press: 'header button[aria-haspopup="menu"] >> visible=true', there: '[role="menu"] [role="menuitemradio"]' },
  { name: 'timeline', path: () => `/${DEMO_SLUG}/grid`, there: 'main [data-session]' },
  { name: 'now', path: () => `/${DEMO_SLUG}/now`, there: 'main time' },
  { name: 'map', path: () => `/${DEMO_SLUG}/map?at=${Object.keys(agenda.cities)[0]}`, there: 'main section h2' },
  { name: 'my agenda, empty', path: () => `/${DEMO_SLUG}/mine`, there: 'main h2' },
  { name: 'my agenda', path: () => `/${DEMO_SLUG}/mine`, bookmarks: true, there: 'main article' },
  { name: 'session', path: () => `/${DEMO_SLUG}/sessions/${described()}`, there: 'main article div[dir="auto"] p' },
  { name: 'no such session', path: () => `/${DEMO_SLUG}/sessions/none`, there: 'main h1' },
  { name: 'no such page', path: () => `/${DEMO_SLUG}/nothing/here`, there: 'main h1' },
  { name: 'no such conference', path: () => '/nothing/agenda', there: 'main h1', without: 'conference', saidByBrowser: /status of 404/ },
];
const LANGUAGES = ['en-GB', 'fa-IR'];
const THEMES = ['light', 'dark'] as const;
const WIDTHS = [{ width: 1440, height: 900 }, { width: 390, height: 844 }];

describe.each(LANGUAGES)('in %s', (language) => {
  it.each(SCREENS)('$name: nothing serious stands in the way, in any dress and on a phone; no word on the console', async (screen) => {
    const kept: Record<string, string> = screen.bookmarks === true ? { [`meridian.bookmarks.${DEMO_SLUG}`]: JSON.stringify(bookmarked()) } : {};
    const visitor = await aVisitor(house.browser, house.url, { language, kept });
    // beside the page, whose policy stays in force
    await visitor.context.addInitScript({ content: axeSource });
    const page = await visitor.open(screen.path(), screen.without === undefined ? 'live' : 'there');
    const found: unknown[] = [];
    for (const size of WIDTHS) {
      await page.setViewportSize(size);
      if (screen.press !== undefined && !(await page.locator(screen.there).first().isVisible())) await page.locator(screen.press).first().click();
      await page.locator(screen.there).first().waitFor();
      for (const colorScheme of THEMES) {
        await page.emulateMedia({ colorScheme });
        await page.locator(`html[data-theme="${colorScheme}"]`).waitFor();
        for (const violation of await violations(page)) found.push({ width: size.width, colorScheme, ...violation });
      }
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (wider > 0) found.push({ width: size.width, wider });
    }
    expect(found).toEqual([]);
    expect(visitor.complaints.filter((complaint) => screen.saidByBrowser?.test(complaint) !== true)).toEqual([]);
    await visitor.close();
  });
});

/** What axe calls serious or critical, by the rules of WCAG 2.2 AA and its own best practices. */
async function violations(page: Page): Promise<{ rule: string; nodes: string[] }[]> {
  const result = await page.evaluate(async () => await (window as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ['violations'] }));
  expect(result.passes.length).toBeGreaterThan(0);
  return result.violations
    .filter((violation) => violation.impact === 'serious' || violation.impact === 'critical')
    .map((violation) => ({ rule: violation.id, nodes: violation.nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} ${node.any[0]?.message ?? node.all[0]?.message ?? ''}`) }));
}
