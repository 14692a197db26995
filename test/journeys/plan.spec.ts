import type { Browser, Page } from 'playwright-core';
import { draftOf } from '../support/a-board-at-work.js';
import type { BuiltConference } from '../support/a-conference.js';
import { aPersonIn, type Person } from '../support/a-person.js';
import { aPlannedConference } from '../support/a-planned-conference.js';
import { aVisitor, type Device, type Visitor } from '../support/a-visitor.js';
import { aBrowser } from '../support/browser.js';
import { knownSealingKeys } from '../support/known-sealing-keys.js';
import { aServer, type RunningServer } from '../support/running-server.js';
import { seriousViolations } from '../support/serious-violations.js';
import { aDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
let server: RunningServer;
let browser: Browser;
let alone: BuiltConference;
let shared: BuiltConference;
let ada: Person;
let bea: Person;

beforeAll(async () => {
  const keys = knownSealingKeys();
  database = await aDatabase();
  alone = await aPlannedConference(database.source, 'planned-alone');
  shared = await aPlannedConference(database.source, 'planned-together');
  // longer than any window that is booked; and a thing that no room has
  await database.source.query(`UPDATE session SET sent_by = 'satellite', duration_minutes = 150 WHERE id = $1`, [alone.sessions['Fjords']]);
  await database.source.query(`UPDATE session SET needs_equipment = '{organ}' WHERE id = $1`, [alone.sessions['Tides']]);
  const roles = [alone, shared].map(({ id }) => ({ role: 'organizer' as const, conferenceId: id }));
  [ada, bea] = [await aPersonIn(database.source, keys.sealing, roles), await aPersonIn(database.source, keys.sealing, roles)];
  [server, browser] = await Promise.all([aServer({ database, environment: keys.environment }), aBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await server.close();
  await database.drop();
});

async function atPlan(person: Person, { slug }: BuiltConference, device: Device = {}): Promise<{ visitor: Visitor; page: Page }> {
  const visitor = await aVisitor(browser, server.url, device);
  const [name, value] = person.cookie.split('=') as [string, string];
  await visitor.context.addCookies([{ name, value, url: server.url }]);
  return { visitor, page: await visitor.open(`/${slug}/organize/plan`, 'there') };
}

async function limit(page: Page, seconds: string, steps: string): Promise<void> {
  await page.getByLabel('Seconds at most').fill(seconds);
  await page.getByText('More', { exact: true }).click();
  await page.getByLabel('Steps at most').fill(steps);
}

const draft = async (conference: BuiltConference, titles: readonly string[]) => await Promise.all(titles.map(async (title) => await draftOf(server, conference, title)));

it('places the tray, says why one session has no place, is taken into the draft and taken back', async () => {
  const { visitor, page } = await atPlan(ada, alone);
  await page.getByText('3 sessions are planned.').waitFor();
  await page.getByText('1 stays where it is.').waitFor();
  await limit(page, '', '20000');
  await page.getByRole('button', { name: 'Make a schedule' }).click();
  await page.getByText('Give a whole number from 1 to 600.').waitFor();
  await page.getByLabel('Seconds at most').and(page.locator(':focus')).waitFor();
  // its steps end it, not its time
  await page.getByLabel('Seconds at most').fill('600');
  await page.getByRole('slider', { name: 'Keep what was announced' }).press('ArrowRight');
  await page.getByRole('button', { name: 'Make a schedule' }).click();

  await page.getByRole('heading', { name: 'What it found' }).waitFor();
  await page.getByText('Places 2 sessions').waitFor();
  const unplaced = page.locator(`[data-unplaced="${alone.sessions['Fjords']}"]`);
  await unplaced.getByText(/is sent by satellite, and no booked window is longer than/).waitFor();
  await page.locator('[data-term="equipment"]').getByText('150').waitFor();
  expect(await unplaced.getByRole('link', { name: 'Fjords' }).getAttribute('href')).toBe(`/planned-alone/organize/sessions/${alone.sessions['Fjords']}`);
  const sentHome = await page.locator(`[data-planned="${alone.sessions['Sent home']}"]`).innerText();
  expect(sentHome).toMatch(/Tue,? 24 Nov 1[12]:\d\d\s?–\s?1[123]:\d\d CET · (Hall|Studio)/);
  expect(await draft(alone, ['Tides', 'Sent home', 'Fjords'])).toEqual([null, null, null]);
  expect(await seriousViolations(page)).toEqual([]);

  await page.getByRole('button', { name: 'Take into the draft' }).click();
  await page.getByText('was taken into the draft').waitFor();
  expect(await page.getByRole('link', { name: 'Open the board' }).getAttribute('href')).toBe('/planned-alone/organize/board');
  const [tides, home, fjords] = await draft(alone, ['Tides', 'Sent home', 'Fjords']);
  expect([tides !== null, home !== null, fjords]).toEqual([true, true, null]);
  expect([home!.startsAt >= '2026-11-24T10:00:00.000Z', home!.endsAt <= '2026-11-24T12:00:00.000Z']).toEqual([true, true]);

  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Taken back').waitFor();
  // and is not said to be taken by anybody who looks now
  const later = await visitor.open(`/${alone.slug}/organize/plan`, 'there');
  await later.getByText('Places 2 sessions').waitFor();
  expect(await later.getByText('was taken into the draft').count()).toBe(0);
  expect(await draft(alone, ['Tides', 'Sent home', 'Fjords'])).toEqual([null, null, null]);
  expect(visitor.complaints).toEqual([]);
  await visitor.close();
});

it('is seen by another organizer while it runs, outlives a reload, and does not overwrite what was moved since', async () => {
  const first = await atPlan(ada, shared);
  await limit(first.page, '600', '1000000000');
  await first.page.getByRole('button', { name: 'Make a schedule' }).click();
  await first.page.getByText('You started it.').waitFor();
  await first.page.reload();
  await first.page.getByText('You started it.').waitFor();

  const second = await atPlan(bea, shared);
  await second.page.getByText('Another organizer started it.').waitFor();
  await second.page.locator('[data-term="roomFit"]').getByText(/^\d+$/).waitFor();
  expect(await seriousViolations(second.page)).toEqual([]);
  await second.page.getByText('Placed').locator('..').getByText('3', { exact: true }).waitFor();
  await second.page.getByRole('button', { name: 'Stop and keep the best' }).click();
  await Promise.all([first, second].map(async ({ page }) => await page.getByText('Places 3 sessions').waitFor()));

  const slot = { roomId: shared.rooms['Dome'], startsAt: '2026-11-24T18:00:00Z', endsAt: '2026-11-24T18:30:00Z' };
  const moved = await fetch(`${server.url}/api/conferences/planned-together/draft-edits`, {
    method: 'POST', headers: { authorization: `Bearer ${server.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ set: [{ sessionId: shared.sessions['Fjords'], expected: 0, to: slot }], what: 'place', requestId: crypto.randomUUID() }),
  });
  expect(moved.status).toBe(201);
  await first.page.getByRole('button', { name: 'Take into the draft' }).click();
  await first.page.getByRole('alert').getByText('Nothing was written').waitFor();
  expect(await draft(shared, ['Tides', 'Sent home'])).toEqual([null, null]);
  await first.page.getByRole('button', { name: 'Run again' }).click();
  await first.page.getByRole('button', { name: 'Stop and discard' }).click();
  await first.page.getByText('stopped and thrown away').waitFor();
  await first.page.getByText('2 sessions are planned.').waitFor();
  await Promise.all([first, second].map(async ({ visitor }) => await visitor.close()));
});

it('works from the keyboard on a phone in Persian, on sessions that are chosen, and says when nothing is left to plan', async () => {
  const { visitor, page } = await atPlan(ada, alone, { language: 'fa-IR', width: 390, height: 844 });
  const other = page.getByRole('button', { name: 'ساختن برنامه‌ای دیگر' });
  await other.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: 'نشست‌های برگزیده' }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'ساختن برنامه', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('دست‌کم یک نشست برگزینید.').waitFor();
  await page.locator('input[role="combobox"]:focus').waitFor();
  await page.keyboard.type('Tid');
  await page.getByRole('option', { name: 'Tides' }).waitFor();
  await page.getByRole('option').nth(1).waitFor({ state: 'detached' });
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByText('۱ نشست برنامه‌ریزی می‌شود.').waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await page.getByRole('button', { name: 'ساختن برنامه', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('به ۱ نشست جا می‌دهد').waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);

  await database.source.query(`DELETE FROM session WHERE id = ANY($1)`, [['Tides', 'Fjords', 'Sent home'].map((title) => alone.sessions[title])]);
  await page.reload();
  await other.click();
  await page.getByText('همهٔ نشست‌ها جای خود را دارند').waitFor();
  expect(visitor.complaints).toEqual([]);
  await visitor.close();
});
