import type { Browser, Locator, Page } from 'playwright-core';
import { aBrowser } from '../support/browser.js';
import { aConference, type BuiltConference } from '../support/a-conference.js';
import { aPersonIn, type Person } from '../support/a-person.js';
import { aVisitor, type Visitor } from '../support/a-visitor.js';
import { anAdministrator } from '../support/an-administrator.js';
import { knownSealingKeys } from '../support/known-sealing-keys.js';
import { aServer, type RunningServer } from '../support/running-server.js';
import { aDatabase, type TestDatabase } from '../support/test-database.js';

const DAY = 24 * 3_600_000;
const NOW = Math.floor(Date.now() / 3_600_000) * 3_600_000;
const at = (milliseconds: number): string => new Date(NOW + milliseconds).toISOString();

let database: TestDatabase;
let server: RunningServer;
let browser: Browser;
let held: BuiltConference;
let amina: Person;
let organizer: Person;

beforeAll(async () => {
  const { sealing, environment } = knownSealingKeys();
  database = await aDatabase();
  held = await aConference('tides')
    .withCity('Lyon', 'Europe/Paris').withRoom('Amphitheatre')
    .withCity('Adelaide', 'Australia/Adelaide').withRoom('Map room')
    .withSession('Tides of the estuary', { room: 'Amphitheatre', startsAt: at(3 * DAY), speakers: ['Amina Wolff', 'Bo Lind'] })
    .withSession('Maps by hand', { room: 'Map room', startsAt: at(4 * DAY), speakers: ['Amina Wolff'] })
    .build(database.source);
  amina = await aPersonIn(database.source, sealing, [], { strong: false });
  organizer = await aPersonIn(database.source, sealing, [{ role: 'organizer', conferenceId: held.id }]);
  await database.source.query(`UPDATE speaker SET account_id = $2 WHERE id = $1`, [held.speakers['Amina Wolff'], amina.accountId]);
  // nobody is reminded before the organizer does it
  await database.source.query(`INSERT INTO reminder_schedule (conference_id, days_before) VALUES ($1, '{}')`, [held.id]);
  [server, browser] = await Promise.all([aServer({ database, environment }), aBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await server.close();
  await database.drop();
});

async function signedIn(person: Person, device: Parameters<typeof aVisitor>[2] = {}): Promise<Visitor> {
  const visitor = await aVisitor(browser, server.url, device);
  const [name, value] = person.cookie.split('=') as [string, string];
  await visitor.context.addCookies([{ name, value, url: server.url }]);
  return visitor;
}

const slot = (page: Page, title: string): Locator => page.getByTestId(`slot-${held.sessions[title]}`);
const shows = async (page: Page, title: string, state: string): Promise<void> => await page.locator(`[data-testid="slot-${held.sessions[title]}"][data-state="${state}"]`).waitFor();

it('a speaker confirms one slot, declines another, and sees a moved slot ask again, live', async () => {
  const visitor = await signedIn(amina);
  const page = await visitor.open('/tides/speak');
  await page.getByRole('heading', { name: 'My slots', exact: true }).waitFor();
  await page.getByRole('navigation', { name: 'Pages of the conference' }).getByRole('link', { name: 'Speaking' }).waitFor();

  const tides = slot(page, 'Tides of the estuary');
  expect(await tides.textContent()).toMatch(/Next.*Starts in [23] days.*With .*Bo Lind/);
  await tides.getByRole('button', { name: 'Confirm' }).click();
  await shows(page, 'Tides of the estuary', 'confirmed');

  const maps = slot(page, 'Maps by hand');
  // by the clocks of both
  expect(await maps.locator('dl').textContent()).toMatch(/Your time.*In Adelaide/);
  await maps.getByRole('button', { name: 'Decline' }).click();
  await maps.getByRole('button', { name: 'Decline', exact: true }).click();
  await maps.getByText('Say why, in a few words. Only the organizers read it.').waitFor();
  await maps.getByLabel('Why can you not?').fill('It is three in the morning for me');
  await maps.getByRole('button', { name: 'Decline', exact: true }).click();
  await shows(page, 'Maps by hand', 'declined');

  // a move within the limit leaves the answer, one beyond it asks again; nobody reloads
  const administrator = anAdministrator(server, 'tides');
  await administrator.change({ change: 'delay', sessionId: held.sessions['Tides of the estuary']!, minutes: 10, reason: '' });
  await administrator.change({ change: 'delay', sessionId: held.sessions['Tides of the estuary']!, minutes: 60, reason: 'The boat is late' });
  await shows(page, 'Tides of the estuary', 'asked');
  await tides.getByText('Moved: please answer again').waitFor();
  await tides.getByRole('button', { name: 'Ask for a change' }).click();
  await tides.getByLabel('What would suit you?').fill('An hour earlier, as it was');
  await tides.getByRole('button', { name: 'Send the wish' }).click();
  await shows(page, 'Tides of the estuary', 'change-requested');
  await tides.getByRole('button', { name: 'Undo' }).click();
  await shows(page, 'Tides of the estuary', 'asked');
  expect(visitor.complaints.filter((complaint) => !complaint.includes('400'))).toEqual([]);
  await visitor.close();
});

it('what a speaker writes of themself is shown and never run; a photo is cut to a square', async () => {
  const visitor = await signedIn(amina);
  const page = await visitor.open('/tides/speak/profile');
  await page.getByLabel('Biography').fill('**Sails** and <img src=x onerror="document.title=1"><script>document.title=2</script>[links](javascript:alert(1))');
  await page.locator('strong', { hasText: 'Sails' }).waitFor();
  expect(await page.locator('main img[src="x"], main script, main a[href^="javascript"]').count()).toBe(0);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Your profile is saved.').waitFor();
  const png = await page.screenshot({ clip: { x: 0, y: 0, width: 300, height: 200 } });
  await page.locator('input[type=file]').setInputFiles({ name: '<b>"me".png', mimeType: 'image/png', buffer: png });
  const photo = page.getByRole('img', { name: 'Photo', exact: true });
  await photo.waitFor();
  expect(await photo.evaluate(async (image: HTMLImageElement) => await image.decode().then(() => [image.naturalWidth, image.naturalHeight]))).toEqual([512, 512]);
  const session = await visitor.open(`/tides/sessions/${held.sessions['Maps by hand']}`);
  await session.locator('main img[src*="/photos/"]').waitFor();
  await page.locator('input[type=file]').setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') });
  await page.getByText('This file is not a picture that we can read.').waitFor();
  await visitor.close();
});

it('a speaker marks when they can by pointer and by keyboard, in Persian too', async () => {
  const visitor = await signedIn(amina, { language: 'fa-IR', zone: 'Asia/Tehran' });
  const page = await visitor.open('/tides/speak/availability');
  const cells = page.getByRole('gridcell');
  await cells.first().waitFor();
  const one = page.locator('[data-cell]').nth(40);
  await one.scrollIntoViewIfNeeded();
  await one.click();
  await one.and(page.locator('[aria-selected="true"]')).waitFor();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  const chosen = page.locator('[data-cell][aria-selected="true"]');
  await chosen.nth(2).waitFor();
  expect(await chosen.count()).toBe(3);
  await page.keyboard.press(' ');
  await chosen.nth(2).waitFor({ state: 'detached' });
  expect(await chosen.count()).toBe(2);
  await page.getByRole('button', { name: 'ذخیره' }).click();
  await page.getByText('وقت‌های شما ذخیره شد.').waitFor();
  const [row] = await database.source.query<{ minutes: number }[]>(`SELECT (sum(extract(epoch FROM ends_at - starts_at)) / 60)::int AS minutes FROM availability`);
  expect(row).toEqual({ minutes: 60 });
  expect(visitor.complaints).toEqual([]);
  await visitor.close();
});

it('an organizer sees who has not answered, why one declined, and invites and reminds', async () => {
  const visitor = await signedIn(organizer);
  const page = await visitor.open('/tides/organize/speakers');
  const row = (name: string): Locator => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });
  await row('Amina Wolff').getByText('It is three in the morning for me').waitFor();
  await row('Bo Lind').getByRole('button', { name: 'Invite' }).click();
  await page.getByLabel('E-mail address').fill('bo@example.org');
  await page.getByRole('button', { name: 'Send the invitation' }).click();
  await row('Bo Lind').getByText('Invited', { exact: true }).waitFor();
  await row('Amina Wolff').getByRole('button', { name: 'Remind' }).click();
  await page.getByText('1 reminder is on its way.').waitFor();
  await page.getByRole('radio', { name: 'Declined or wishing' }).click();
  await row('Bo Lind').waitFor({ state: 'detached' });
  await row('Amina Wolff').getByRole('button', { name: 'Technical notes' }).first().click();
  await page.getByLabel('For this session').fill('Two microphones');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).first().click();
  await page.getByText('The notes are saved.').waitFor();
  expect(visitor.complaints).toEqual([]);
  await visitor.close();
});
