import type { Page } from 'playwright-core';
import type { DataSource } from 'typeorm';
import type { Agenda } from '../../src/contract/agenda.js';
import { DEMO_SLUG, seedDemo } from '../../src/demo/seed-demo.js';
import type { Sealing } from '../../src/platform/sealing/sealing.js';
import { aHouse, type House } from '../support/a-house.js';
import { aPersonIn, type Person } from '../support/a-person.js';
import { aVisitor } from '../support/a-visitor.js';
import { anAdministrator } from '../support/an-administrator.js';
import { seriousViolations, withAxe } from '../support/serious-violations.js';
import { knownSealingKeys } from '../support/known-sealing-keys.js';

/** One person of every role, so that one visit sees all that there is. */
let house: House<Person>;
let agenda: Agenda;

beforeAll(async () => {
  const { sealing, environment } = knownSealingKeys();
  house = await aHouse(async (source) => {
    await seedDemo(source, new Date());
    return await aPersonOfAllRoles(source, sealing);
  }, [], environment);
  agenda = await anAdministrator(house, DEMO_SLUG).agenda();
});

afterAll(async () => await house.close());

/** Administers the site, and is a speaker of the demo with slots to answer. */
async function aPersonOfAllRoles(source: DataSource, sealing: Sealing): Promise<Person> {
  const person = await aPersonIn(source, sealing, [{ role: 'administrator' }]);
  await source.query(
    `UPDATE speaker SET account_id = $1 WHERE id = (SELECT a.speaker_id FROM appearance a JOIN slot s ON s.session_id = a.session_id AND s.plan = 'published' ORDER BY s.starts_at DESC, a.speaker_id LIMIT 1)`,
    [person.accountId],
  );
  return person;
}

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
  /** Of rows that are all alike, those after the first twenty: they tell nothing new, and take a minute to look at. */
  alike?: string;
  /** Seen by the person of all roles; the others by nobody in particular. */
  signedIn?: true;
  /** It is there for all, but no conference is. */
  without?: 'conference';
  /** What the browser itself says on the console of an answer that is as it should be. */
  saidByBrowser?: RegExp;
}

const STAFF = { signedIn: true } as const;
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
  { name: 'sign-in', path: () => '/sign-in', there: 'main input[type="email"]', without: 'conference' },
  { name: 'the operator’s link', path: () => '/welcome/none', there: 'main form', without: 'conference' },
  { name: 'an invitation that is none', path: () => '/invitations/none', there: 'main h1', without: 'conference', saidByBrowser: /status of 4/ },
  { name: 'account', path: () => '/account', there: 'main section h2', ...STAFF, without: 'conference' },
  { name: 'what one is told of', path: () => '/account/notifications', there: 'main input', ...STAFF, without: 'conference' },
  { name: 'one’s data', path: () => '/account/privacy', there: 'main h1', ...STAFF, without: 'conference' },
  { name: 'outbox', path: () => '/admin/outbox', there: 'main h1', ...STAFF, without: 'conference' },
  { name: 'my slots', path: () => `/${DEMO_SLUG}/speak`, there: 'main article, main h2', ...STAFF },
  { name: 'my profile', path: () => `/${DEMO_SLUG}/speak/profile`, there: 'main form', ...STAFF },
  { name: 'when I can', path: () => `/${DEMO_SLUG}/speak/availability`, there: 'main [role="gridcell"]', ...STAFF },
  { name: 'door', path: () => `/${DEMO_SLUG}/door`, there: 'main h1', ...STAFF },
  { name: 'sessions of the organizers', path: () => `/${DEMO_SLUG}/organize/sessions`, there: 'main table a', alike: 'main tbody tr:nth-child(n + 21)', ...STAFF },
  { name: 'a new session', path: () => `/${DEMO_SLUG}/organize/sessions/new`, there: 'main form', ...STAFF },
  { name: 'a session of the organizers', path: () => `/${DEMO_SLUG}/organize/sessions/${described()}`, there: 'main form', ...STAFF },
  { name: 'the automatic schedule', path: () => `/${DEMO_SLUG}/organize/plan`, there: 'main form, main h2', ...STAFF },
  { name: 'cities', path: () => `/${DEMO_SLUG}/organize/cities`, there: 'main table', ...STAFF },
  { name: 'a form', path: () => `/${DEMO_SLUG}/organize/cities`, press: 'main section button', there: '[role="dialog"] form', ...STAFF },
  { name: 'a city', path: () => `/${DEMO_SLUG}/organize/cities/${Object.keys(agenda.cities)[0]}`, there: 'main article', ...STAFF },
  { name: 'tracks', path: () => `/${DEMO_SLUG}/organize/tracks`, there: 'main table', ...STAFF },
  { name: 'the live day', path: () => `/${DEMO_SLUG}/organize/live`, there: 'main article', ...STAFF },
  { name: 'team', path: () => `/${DEMO_SLUG}/organize/team`, there: 'main h1', ...STAFF },
  { name: 'settings', path: () => `/${DEMO_SLUG}/organize/settings`, there: 'main form', ...STAFF },
];
const LANGUAGES = ['en-GB', 'fa-IR'];
const THEMES = ['light', 'dark'] as const;
const WIDTHS = [{ width: 1440, height: 900 }, { width: 390, height: 844 }];

describe.each(LANGUAGES)('in %s', (language) => {
  it.each(SCREENS)('$name: nothing serious stands in the way, in any dress and on a phone; no word on the console', async (screen) => {
    const kept: Record<string, string> = screen.bookmarks === true ? { [`meridian.bookmarks.${DEMO_SLUG}`]: JSON.stringify(bookmarked()) } : {};
    const visitor = await aVisitor(house.browser, house.url, { language, kept });
    const [cookie = '', secret = ''] = house.holds.cookie.split('=');
    if (screen.signedIn === true) await visitor.context.addCookies([{ name: cookie, value: secret, url: house.url }]);
    await withAxe(visitor.context);
    const page = await visitor.open(screen.path(), screen.without === undefined ? 'live' : 'there');
    const found: unknown[] = [];
    for (const size of WIDTHS) {
      await page.setViewportSize(size);
      if (screen.press !== undefined && !(await page.locator(screen.there).first().isVisible())) await page.locator(screen.press).first().click();
      await page.locator(screen.there).first().waitFor();
      for (const colorScheme of THEMES) {
        await dress(page, colorScheme);
        if (screen.alike !== undefined) await page.locator(screen.alike).evaluateAll((rows) => rows.forEach((row) => ((row as HTMLElement).style.display = 'none')));
        for (const violation of await seriousViolations(page)) found.push({ width: size.width, colorScheme, ...violation });
      }
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (wider > 0) found.push({ width: size.width, wider });
    }
    expect(found).toEqual([]);
    expect(visitor.complaints.filter((complaint) => screen.saidByBrowser?.test(complaint) !== true)).toEqual([]);
    await visitor.close();
  });
});

/** A browser tells of a change of its colours in its next frame, and owes that one for long at times: then it is told again. */
async function dress(page: Page, colorScheme: (typeof THEMES)[number]): Promise<void> {
  const dressed = page.locator(`html[data-theme="${colorScheme}"]`);
  for (let done = false; !done; ) {
    await page.emulateMedia({ colorScheme: colorScheme === 'dark' ? 'light' : 'dark' });
    await page.emulateMedia({ colorScheme });
    done = await dressed.waitFor({ timeout: 3_000 }).then(() => true, () => false);
  }
}
