import type { Browser, Page } from 'playwright-core';
import { aBoardAtWork, draftOf } from '../support/a-board-at-work.js';
import { aConference, type BuiltConference } from '../support/a-conference.js';
import { aPersonIn, type Person } from '../support/a-person.js';
import { aPlannedConference } from '../support/a-planned-conference.js';
import type { Device } from '../support/a-visitor.js';
import { aBrowser } from '../support/browser.js';
import { knownSealingKeys } from '../support/known-sealing-keys.js';
import { mustBeSound } from '../support/must-be-sound.js';
import { aServer, type RunningServer } from '../support/running-server.js';
import { aDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
let server: RunningServer;
let browser: Browser;
let conference: BuiltConference;
let organizer: Person;
let administrator: Person;

beforeAll(async () => {
  const keys = knownSealingKeys();
  database = await aDatabase();
  conference = await aPlannedConference(database.source, 'looked-at');
  organizer = await aPersonIn(database.source, keys.sealing, [{ role: 'organizer', conferenceId: conference.id }]);
  administrator = await aPersonIn(database.source, keys.sealing, [{ role: 'administrator' }]);
  [server, browser] = await Promise.all([aServer({ database, environment: keys.environment }), aBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await server.close();
  await database.drop();
});

const work = async (device: Device) => await aBoardAtWork(browser, server, conference, organizer, device);

describe.each<[string, Device]>([
  ['in English on a desk', {}],
  ['in Persian on a tablet, dark', { language: 'fa-IR', theme: 'dark', width: 768, height: 1024 }],
  ['in Persian on a phone', { language: 'fa-IR', width: 390, height: 844 }],
])('%s', (_name, device) => {
  it('is free of what axe finds, with a session’s card open and without', async () => {
    const { page, session, close } = await work(device);
    await mustBeSound(page);
    const opening = device.width === 390 ? page.getByRole('button', { name: /Opening/ }) : session('Opening');
    if (device.width === 390) await page.getByRole('combobox').last().selectOption('2026-11-24');
    await opening.click();
    await page.getByRole('complementary').waitFor();
    await mustBeSound(page);
    await close();
  });
});

it('turns time down and back, and remembers it', async () => {
  const board = await work({ language: 'fa-IR' });
  await board.page.getByRole('radio', { name: 'سالن‌ها در ستون' }).click();
  await board.page.locator('[data-plane="down"]').waitFor();
  await mustBeSound(board.page);
  await board.page.reload();
  await board.page.locator('[data-plane="down"]').waitFor();
  await board.close();
});

it('moves a session on a phone by its form, which says what is in the way', async () => {
  const { page, saved, close } = await work({ width: 390, height: 844 });
  await page.getByRole('button', { name: '3', exact: true }).click();
  await page.getByRole('button', { name: /Fjords/ }).click();
  const form = page.getByRole('form', { name: 'Move it' });
  await form.getByLabel('Room').selectOption({ label: 'Hall (Lyon)' });
  await form.getByLabel(/Start/).fill('2026-11-24T10:15');
  await form.getByText('is taken by').waitFor();
  await form.getByLabel(/Start/).fill('2026-11-24T11:30');
  await form.getByRole('button', { name: 'Place it here' }).click();
  await page.getByRole('button', { name: '2', exact: true }).waitFor();
  await saved();
  expect(await draftOf(server, conference, 'Fjords')).toEqual({ room: 'Hall', startsAt: '2026-11-24T10:30:00.000Z', endsAt: '2026-11-24T11:15:00.000Z', waiver: null });
  await close();
});

it('carries a session by a finger that rested on it, and scrolls under one that did not', async () => {
  const { page, session, verdict, saved, close } = await work({});
  const touch = await page.context().newCDPSession(page);
  await touch.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  const finger = async (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: { x: number; y: number }): Promise<void> =>
    void (await touch.send('Input.dispatchTouchEvent', { type, touchPoints: at === undefined ? [] : [at] }));
  const from = (await session('Tides').boundingBox())!;
  const row = (await page.locator(`[data-room="${conference.rooms['Studio']}"]`).boundingBox())!;
  const opening = (await session('Opening').boundingBox())!;

  await finger('touchStart', { x: from.x + 20, y: from.y + 20 });
  await verdict.waitFor();
  for (const share of [0.3, 0.6, 1]) await finger('touchMove', { x: from.x + 20 + (opening.x + 200 - from.x - 20) * share, y: from.y + 20 + (row.y + row.height / 2 - from.y - 20) * share });
  await verdict.getByText('Studio').waitFor();
  await finger('touchEnd');
  await page.locator(`[data-room="${conference.rooms['Studio']}"] [data-session="${conference.sessions['Tides']}"]`).waitFor();
  await saved();
  expect((await draftOf(server, conference, 'Tides'))?.room).toBe('Studio');

  const before = await page.locator('[data-plane]').evaluate((plane) => plane.scrollLeft);
  // the page's time stands still: however late a finger moves on, it has not rested
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  await finger('touchStart', { x: opening.x + 20, y: opening.y + 20 });
  for (const by of [20, 60, 120, 180]) await finger('touchMove', { x: opening.x + 20 - by, y: opening.y + 20 });
  await finger('touchEnd');
  await page.clock.resume();
  await page.waitForFunction((was) => document.querySelector('[data-plane]')!.scrollLeft > was, before);
  expect((await draftOf(server, conference, 'Opening'))?.startsAt).toBe('2026-11-24T09:00:00.000Z');
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.locator(`[data-tray] [data-session="${conference.sessions['Tides']}"]`).waitFor();
  await saved();
  await close();
});

it('finds where a session fits, and places it there', async () => {
  const { page, session, saved, close } = await work({});
  await session('Tides').click();
  await page.getByRole('button', { name: 'Where does it fit?' }).click();
  await page.getByRole('complementary').getByRole('combobox', { name: 'City' }).selectOption({ label: 'Lyon' });
  await page.getByRole('list', { name: 'Free places, the best first' }).getByRole('button').first().click();
  await page.locator(`[data-plane] [data-session="${conference.sessions['Tides']}"]`).waitFor();
  await saved();
  expect(await draftOf(server, conference, 'Tides')).not.toBeNull();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.locator(`[data-tray] [data-session="${conference.sessions['Tides']}"]`).waitFor();
  // the board shows it before the server has it
  await saved();
  await close();
});

it('takes a spreadsheet’s cells for many sessions, says which are wrong, and makes them as one edit', async () => {
  const { page, session, saved, close } = await work({});
  await session('Opening').click();
  await session('Tides').click({ modifiers: ['Control'] });
  await page.getByRole('button', { name: 'Edit in a table' }).click();
  const first = page.getByRole('dialog').getByLabel('Room, Opening');
  await paste(page, first, 'Studio\t2026-11-24 10:30\t45\nBarn\t2026-11-24 14:00\t45');
  await page.getByText('No room has this name.').waitFor();
  await page.getByRole('dialog').getByLabel('Room, Tides').fill('Hall');
  await page.getByRole('button', { name: 'Make all changes' }).click();
  await page.locator(`[data-room="${conference.rooms['Studio']}"] [data-session="${conference.sessions['Opening']}"]`).waitFor();
  await saved();
  expect(await draftOf(server, conference, 'Opening')).toMatchObject({ room: 'Studio', startsAt: '2026-11-24T09:30:00.000Z' });
  expect(await draftOf(server, conference, 'Tides')).toMatchObject({ room: 'Hall', startsAt: '2026-11-24T13:00:00.000Z' });
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.locator(`[data-room="${conference.rooms['Hall']}"] [data-session="${conference.sessions['Opening']}"]`).waitFor();
  await saved();
  expect(await draftOf(server, conference, 'Tides')).toBeNull();
  await close();
});

it('draws of many rows those about to be seen, and says which of all each is; keys lead from row to row, also out of view', async () => {
  const many = aConference('many-rows').withCity('Lyon').withRoom('Hall').withRoom('Annex');
  for (let n = 0; n < 200; n += 1) many.withSession(`Talk ${n}`, { room: 'Hall', startsAt: new Date(Date.parse('2026-11-24T08:00:00Z') + n * 600_000).toISOString(), minutes: 10, plans: ['draft'] });
  many.withSession('Opening', { room: 'Annex', startsAt: '2026-11-24T09:00:00Z', minutes: 45 });
  const held = await many.build(database.source);
  const board = await aBoardAtWork(browser, server, held, administrator);
  const { page } = board;
  await page.locator(`[data-room="${held.rooms['Hall']}"] [data-session] button`).first().focus();
  await page.keyboard.press('Control+a');
  await page.getByRole('button', { name: 'Edit in a table' }).click();
  const table = page.getByRole('dialog').getByRole('table');
  await table.waitFor();
  const all = Number(await table.getAttribute('aria-rowcount')) - 1;
  expect(all).toBeGreaterThan(60);
  expect(await table.locator('tbody tr[aria-rowindex]').count()).toBeLessThan(50);
  const focusedRow = async (): Promise<number> => Number(await page.evaluate(() => document.activeElement?.closest('tr')?.ariaRowIndex));
  const focused = (row: number) => table.locator(`tr[aria-rowindex="${row}"] [data-cell="minutes"] input:focus`);
  await table.locator('tr[aria-rowindex="2"] [data-cell="minutes"] input').focus();
  await page.keyboard.press('ArrowDown');
  await focused(3).waitFor();
  await page.keyboard.press('Control+End');
  await focused(all + 1).waitFor();
  await page.keyboard.press('Control+Home');
  await focused(2).waitFor();
  // scrolled out of view, the row keeps the focus and what is typed in it
  await page.getByRole('dialog').getByRole('region').evaluate((box) => (box.scrollTop = box.scrollHeight));
  await table.locator(`tr[aria-rowindex="${all + 1}"]`).waitFor();
  expect(await focusedRow()).toBe(2);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('soon');
  await table.getByText('Give a whole number.').waitFor();
  await page.getByRole('button', { name: 'Show the first' }).click();
  await focused(2).waitFor();
  // sorted by title, down
  await table.getByRole('columnheader', { name: /Session/ }).getByRole('button').click();
  await table.locator('th[aria-sort="ascending"]').waitFor();
  await mustBeSound(page);
  await board.close();
});

async function paste(page: Page, into: ReturnType<Page['locator']>, text: string): Promise<void> {
  await into.focus();
  await page.evaluate((held) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', held);
    document.activeElement!.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}
