import type { Browser, Page } from 'playwright-core';
import { draftOf } from '../support/a-board-at-work.js';
import type { BuiltConference } from '../support/a-conference.js';
import { aPersonIn, type Person } from '../support/a-person.js';
import { aPlannedConference } from '../support/a-planned-conference.js';
import { aVisitor, type Device, type Visitor } from '../support/a-visitor.js';
import { aBrowser } from '../support/browser.js';
import { knownSealingKeys } from '../support/known-sealing-keys.js';
import { aServer, type RunningServer } from '../support/running-server.js';
import { resized } from '../support/resized.js';
import { seriousViolations } from '../support/serious-violations.js';
import { aDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
let server: RunningServer;
let browser: Browser;
let held: BuiltConference;
let organizer: Person;
let host: Person;

beforeAll(async () => {
  const { sealing, environment } = knownSealingKeys();
  database = await aDatabase();
  held = await aPlannedConference(database.source, 'release-day');
  organizer = await aPersonIn(database.source, sealing, [{ role: 'organizer', conferenceId: held.id }]);
  host = await aPersonIn(database.source, sealing, [{ role: 'city-host', conferenceId: held.id, cityId: held.cities['Lyon'] }]);
  const ada = await aPersonIn(database.source, sealing);
  await database.source.query(`UPDATE speaker SET account_id = $2 WHERE id = $1`, [held.speakers['Ada'], ada.accountId]);
  [server, browser] = await Promise.all([aServer({ database, environment }), aBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await server.close();
  await database.drop();
});

async function signedIn(person: Person, device: Device = {}): Promise<Visitor> {
  const visitor = await aVisitor(browser, server.url, device);
  const [name, value] = person.cookie.split('=') as [string, string];
  await visitor.context.addCookies([{ name, value, url: server.url }]);
  return visitor;
}

/** Places a session in the draft: times are UTC, an hour behind both cities. */
async function place(title: string, room: string, from: string, to: string): Promise<void> {
  const response = await fetch(`${server.url}/api/conferences/${held.slug}/sessions/${held.sessions[title]}/slot`, {
    method: 'PUT', headers: { authorization: `Bearer ${server.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ roomId: held.rooms[room], startsAt: `2026-11-24T${from}:00Z`, endsAt: `2026-11-24T${to}:00Z` }),
  });
  expect(response.status).toBe(200);
}

async function listed(page: Page, group: string): Promise<string[]> {
  const items = page.getByRole('list', { name: group, exact: true }).getByRole('listitem');
  await items.first().waitFor();
  return await items.allInnerTexts();
}
const startOf = async (title: string): Promise<string | undefined> => (await draftOf(server, held, title))?.startsAt;

it('says what a release would do, asks for a reason where a rule is broken, releases with a note, compares and restores', async () => {
  await place('Tides', 'Studio', '13:00', '13:45');
  await place('Sent home', 'Studio', '10:15', '11:00');
  // the satellite's owner gives the time to somebody else
  await database.source.query(`UPDATE uplink_booking SET starts_at = '2026-11-24T14:00Z', ends_at = '2026-11-24T16:00Z'`);
  const attendee = await aVisitor(browser, server.url);
  const agenda = await attendee.open(`/${held.slug}/agenda`);
  await agenda.getByRole('article').filter({ hasText: 'Opening' }).waitFor();
  expect(await agenda.getByText('Tides').count()).toBe(0);

  const visitor = await signedIn(organizer);
  await visitor.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await visitor.open(`/${held.slug}/organize/releases`, 'there');
  await page.getByText('Nothing was released yet.').waitFor();
  expect(await listed(page, 'New')).toEqual([
    expect.stringMatching(/^Sent home\s+Tue 24 Nov,? 11:15[–-]12:00 CET · Studio · Lyon$/), expect.stringMatching(/^Tides\s+Tue 24 Nov,? 14:00[–-]14:45 CET · Studio · Lyon$/),
  ]);

  // what nobody waived stands in the way
  const release = page.getByRole('button', { name: 'Release…' });
  await page.getByText('1 finding stands in the way. Waive it with a reason, or move its session.').waitFor();
  expect(await release.isDisabled()).toBe(true);
  const inTheWay = page.getByRole('list', { name: 'What stands in the way' }).getByRole('listitem');
  expect(await inTheWay.getByRole('link', { name: 'Sent home' }).getAttribute('href')).toBe(`/${held.slug}/organize/board?session=${held.sessions['Sent home']}`);
  await inTheWay.getByText('not inside a booked window').waitFor();
  await inTheWay.getByRole('button', { name: 'Waive “Sent home”…' }).click();
  await inTheWay.getByLabel('Reason').and(page.locator(':focus')).waitFor();
  await page.keyboard.type('no');
  await page.keyboard.press('Enter');
  await inTheWay.getByText('Say why this is right.').waitFor();
  await inTheWay.getByLabel('Reason').fill('Recorded, and sent later');
  await page.keyboard.press('Enter');
  await page.getByText('Nothing stands in the way').waitFor();
  expect(await draftOf(server, held, 'Sent home')).toMatchObject({ waiver: 'Recorded, and sent later' });
  await page.getByText('1 waived').click();
  await page.getByRole('list', { name: '1 waived' }).getByText('Recorded, and sent later').waitFor();

  // released with a note: the audience has it without reloading
  await page.getByLabel('Note').fill('The first day stands');
  await release.click();
  await page.getByRole('dialog').getByText('2 changes of sessions become public at once.').waitFor();
  await page.getByRole('dialog').getByText('0 speakers are told.').waitFor();
  await page.getByRole('button', { name: 'Release now' }).click();
  await page.getByRole('heading', { level: 1, name: 'Release 1' }).waitFor();
  await page.getByText('It is public.').waitFor();
  await agenda.getByRole('article').filter({ hasText: 'Tides' }).waitFor();
  const changelog = page.getByRole('region', { name: 'Changelog' });
  await changelog.getByText('The first day stands').waitFor();
  expect(await changelog.innerText()).toContain('New\n- \u2068Sent home\u2069: Tue 24 Nov');
  await page.getByRole('radio', { name: 'فارسی' }).click();
  await page.locator('pre[lang="fa"][dir="rtl"]').getByText('تازه').waitFor();
  await page.getByRole('button', { name: 'Copy' }).click();
  await page.getByText('The changelog is copied.').waitFor();
  expect(await page.evaluate(async () => await navigator.clipboard.readText())).toContain('انتشار ۱');

  // a second one moves a session whose speaker is told
  await place('Tides', 'Hall', '15:00', '15:45');
  await page.getByRole('link', { name: 'All releases' }).click();
  await release.click();
  await page.getByRole('dialog').getByText('1 speaker is told.').waitFor();
  await page.getByRole('button', { name: 'Release now' }).click();
  await page.getByRole('heading', { level: 1, name: 'Release 2' }).waitFor();
  await page.getByText('1 speaker is told.').waitFor();

  // compared by hand, in an address that says which
  await page.getByRole('link', { name: 'All releases' }).click();
  await page.getByText('The draft is what is published').waitFor();
  await page.getByRole('link', { name: 'Compare two' }).click();
  expect(await page.getByLabel('From').inputValue()).toBe('2');
  expect(await page.getByLabel('To').inputValue()).toBe('draft');
  await page.getByLabel('From').selectOption('1');
  await page.waitForURL((url) => url.search === '?from=1&to=draft');
  await page.getByRole('list', { name: 'Moved' }).waitFor();
  await page.getByLabel('To').selectOption('2');
  await page.waitForURL((url) => url.search === '?from=1&to=2');
  expect((await listed(page, 'Moved')).map((words) => words.replaceAll(/\s+/g, ' '))).toEqual([
    expect.stringMatching(/^Tides Was Tue 24 Nov,? 14:00[–-]14:45 CET · Studio · Lyon Becomes Tue 24 Nov,? 16:00[–-]16:45 CET · Hall · Lyon$/),
  ]);

  // the first one comes back into the draft, and away again
  await page.getByRole('link', { name: 'All releases' }).click();
  await page.getByRole('button', { name: 'Restore release 1 into the draft' }).click();
  await page.getByRole('dialog').getByText('1 session moves back').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Restore', exact: true }).click();
  await page.getByText('The draft is as release 1 was').waitFor();
  await page.getByRole('list', { name: 'Moved' }).waitFor();
  expect(await startOf('Tides')).toBe('2026-11-24T13:00:00.000Z');
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('The draft is what is published').waitFor();
  expect(await startOf('Tides')).toBe('2026-11-24T15:00:00.000Z');
  expect([...visitor.complaints, ...attendee.complaints]).toEqual([]);
  await visitor.close();
  await attendee.close();
});

it('keeps what a release would do fresh while others edit, and releases only what was looked at', async () => {
  const visitor = await signedIn(organizer);
  const page = await visitor.open(`/${held.slug}/organize/releases`, 'there');
  await page.getByText('The draft is what is published').waitFor();
  await page.evaluate(() => Object.assign(window, { notReloaded: true }));
  await place('Fjords', 'Dome', '09:00', '09:45');
  expect(await listed(page, 'New')).toEqual([expect.stringContaining('Fjords')]);

  await page.getByLabel('Note').fill('Oslo is in');
  await page.getByRole('button', { name: 'Release…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('1 change of sessions becomes public at once.').waitFor();
  await place('Tides', 'Hall', '16:00', '16:45');
  await dialog.getByRole('alert').getByText('The draft was edited while you looked.').waitFor();
  expect(await dialog.getByRole('button', { name: 'Release now' }).count()).toBe(0);
  await dialog.getByRole('button', { name: 'Look again' }).click();
  await dialog.getByText('2 changes of sessions become public at once.').waitFor();
  await dialog.getByText('Oslo is in').waitFor();
  await dialog.getByRole('button', { name: 'Cancel' }).last().click();
  await dialog.waitFor({ state: 'detached' });
  expect(await page.getByLabel('Note').inputValue()).toBe('Oslo is in');

  // put back by others, and shown
  await place('Tides', 'Hall', '15:00', '15:45');
  await page.getByRole('list', { name: 'Moved' }).waitFor({ state: 'detached' });
  expect(await page.evaluate(() => 'notReloaded' in window)).toBe(true);
  expect(visitor.complaints).toEqual([]);
  await visitor.close();
});

it('is told by the server, where the word of an edit did not come in time', async () => {
  const visitor = await signedIn(organizer);
  // a line that hears nothing
  await visitor.context.routeWebSocket(/socket\.io/, (line) => {
    const server = line.connectToServer();
    server.onMessage((message) => {
      if (!String(message).includes('board:')) line.send(message);
    });
  });
  const page = await visitor.open(`/${held.slug}/organize/releases`, 'there');
  await page.getByRole('button', { name: 'Release…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('1 change of sessions becomes public at once.').waitFor();
  await place('Tides', 'Hall', '16:00', '16:45');
  await dialog.getByRole('button', { name: 'Release now' }).click();
  await dialog.getByRole('alert').getByText('The draft was edited while you looked.').waitFor();
  await dialog.getByRole('button', { name: 'Look again' }).click();
  await dialog.getByText('2 changes of sessions become public at once.').waitFor();
  await place('Tides', 'Hall', '15:00', '15:45');
  // a refusal is an answer, which the browser also writes down
  expect(visitor.complaints).toEqual([expect.stringContaining('409')]);
  await visitor.close();
});

it('shows a city’s host what was released, and neither the next release nor a way to make or restore one', async () => {
  await place('Fjords', 'Dome', '09:00', '09:45');
  const visitor = await signedIn(host, { width: 390, height: 844 });
  const page = await visitor.open(`/${held.slug}/organize/releases`, 'there');
  await page.getByRole('link', { name: 'Release 2' }).waitFor();
  await page.getByText('Organizers of the conference release the draft.').waitFor();
  expect(await page.getByRole('button', { name: /Release…|Restore/ }).count()).toBe(0);
  expect(await page.getByText('Fjords').count()).toBe(0);
  await page.getByRole('link', { name: 'Release 2' }).click();
  await page.getByRole('list', { name: 'Moved' }).waitFor();
  expect(await page.getByRole('button', { name: 'Restore' }).count()).toBe(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  expect(visitor.complaints).toEqual([]);
  await visitor.close();
});

it('tells what a restored release cannot bring back', async () => {
  const removed = await fetch(`${server.url}/api/conferences/${held.slug}/sessions/${held.sessions['Sent home']}`, { method: 'DELETE', headers: { authorization: `Bearer ${server.token}` } });
  expect(removed.ok).toBe(true);
  const visitor = await signedIn(organizer);
  const page = await visitor.open(`/${held.slug}/organize/releases/1`, 'there');
  await page.getByRole('button', { name: 'Restore' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Restore', exact: true }).click();
  await dialog.getByText('1 session could not be brought back:').waitFor();
  await dialog.getByRole('listitem').filter({ hasText: /Sent home.? was removed\./ }).waitFor();
  await dialog.getByRole('button', { name: 'Close', exact: true }).click();
  expect(await startOf('Tides')).toBe('2026-11-24T13:00:00.000Z');
  expect(visitor.complaints).toEqual([]);
  await visitor.close();
});

describe.each([{ language: 'en-GB', theme: 'light', axeOn: [1440, 768] }, { language: 'fa-IR', theme: 'dark', axeOn: [390] }] as const)('in $language, $theme', ({ language, theme, axeOn }) => {
  it.each([{ path: 'releases', there: 'main textarea' }, { path: 'releases/2', there: 'main pre' }, { path: 'releases/compare?from=1&to=draft', there: 'main h3' }])(
    '$path: nothing serious stands in the way, on a desk, a tablet and a phone', async ({ path, there }) => {
      await place('Fjords', 'Dome', '09:00', '09:45');
      const visitor = await signedIn(organizer, { language, theme });
      const page = await visitor.open(`/${held.slug}/organize/${path}`, 'there');
      await page.locator(there).first().waitFor();
      const found: unknown[] = [];
      for (const width of [1440, 768, 390]) {
        await resized(page, { width, height: 900 });
        if (axeOn.some((one) => one === width)) for (const violation of await seriousViolations(page)) found.push({ width, ...violation });
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (wider > 0) found.push({ width, wider });
      }
      expect(found).toEqual([]);
      expect(visitor.complaints).toEqual([]);
      await visitor.close();
    },
  );
});
