import type { DataSource } from 'typeorm';
import type { Agenda } from '../../src/contract/agenda.js';
import { DEMO_SLUG, seedDemo } from '../../src/demo/seed-demo.js';
import type { Sealing } from '../../src/platform/sealing/sealing.js';
import { aHouse, type House } from '../support/a-house.js';
import { aPersonIn, type Person } from '../support/a-person.js';
import { Reader } from '../support/a-reader.js';
import { aVisitor } from '../support/a-visitor.js';
import { anAdministrator } from '../support/an-administrator.js';
import { resized } from '../support/resized.js';
import { seriousViolations } from '../support/serious-violations.js';
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
  /** Of rows that are all alike, those after the first twenty: they tell nothing new, and take a minute to look at. */
  alike?: string;
  /** Seen by the person of all roles, who keeps bookmarks; the others by nobody in particular. */
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
  { name: 'my agenda', path: () => `/${DEMO_SLUG}/mine`, there: 'main article', signedIn: true },
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
  { name: 'travel times', path: () => `/${DEMO_SLUG}/organize/cities/travel`, there: 'main h1', ...STAFF },
  { name: 'tracks', path: () => `/${DEMO_SLUG}/organize/tracks`, there: 'main table', ...STAFF },
  { name: 'the live day', path: () => `/${DEMO_SLUG}/organize/live`, there: 'main article', ...STAFF },
  { name: 'streams', path: () => `/${DEMO_SLUG}/organize/streams`, there: 'main h1', ...STAFF },
  { name: 'control room', path: () => `/${DEMO_SLUG}/organize/control-room`, there: 'main h1', ...STAFF },
  { name: 'team', path: () => `/${DEMO_SLUG}/organize/team`, there: 'main h1', ...STAFF },
  { name: 'settings', path: () => `/${DEMO_SLUG}/organize/settings`, there: 'main form', ...STAFF },
];
const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
/**
 * What axe judges does not depend on language, colours and width together: so each of the three has each of its values once, which
 * takes half of the time that all of them would. That nothing is wider than the screen is looked at in both widths.
 */
const DRESSES = [{ language: 'en-GB', theme: 'light', axeOn: DESK }, { language: 'fa-IR', theme: 'dark', axeOn: PHONE }] as const;

describe.each(DRESSES)('in $language, $theme', ({ language, theme, axeOn }) => {
  let known: Reader;
  let unknown: Reader;

  beforeAll(async () => {
    const kept = { [`meridian.bookmarks.${DEMO_SLUG}`]: JSON.stringify(bookmarked()) };
    const visitors = await Promise.all([aVisitor(house.browser, house.url, { language, theme, kept }), aVisitor(house.browser, house.url, { language, theme })]);
    [known, unknown] = [new Reader(visitors[0]), new Reader(visitors[1])];
    const [name = '', value = ''] = house.holds.cookie.split('=');
    await known.visitor.context.addCookies([{ name, value, url: house.url }]);
  });

  afterAll(async () => {
    await Promise.all([known.visitor.close(), unknown.visitor.close()]);
  });

  it.each(SCREENS)('$name: nothing serious stands in the way, on a desk and on a phone; no word on the console', async (screen) => {
    const reader = screen.signedIn === true ? known : unknown;
    const { complaints } = reader.visitor;
    complaints.length = 0;
    const page = await reader.turnTo(screen.path(), screen.without === undefined ? 'live' : 'there');
    const found: unknown[] = [];
    for (const size of [DESK, PHONE]) {
      await resized(page, size);
      if (screen.press !== undefined && !(await page.locator(screen.there).first().isVisible())) await page.locator(screen.press).first().click();
      await page.locator(screen.there).first().waitFor();
      if (screen.alike !== undefined) await page.locator(screen.alike).evaluateAll((rows) => rows.forEach((row) => ((row as HTMLElement).style.display = 'none')));
      if (size === axeOn) for (const violation of await seriousViolations(page)) found.push({ width: size.width, ...violation });
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (wider > 0) found.push({ width: size.width, wider });
    }
    expect(found).toEqual([]);
    expect(complaints.filter((complaint) => screen.saidByBrowser?.test(complaint) !== true)).toEqual([]);
    // what was pressed open stays in the way of the next screen
    if (screen.press !== undefined) await reader.shut();
  });
});
