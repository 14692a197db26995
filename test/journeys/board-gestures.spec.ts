import type { Browser } from 'playwright-core';
import { aBoardAtWork, type BoardAtWork, draftOf } from '../support/a-board-at-work.js';
import { aConference, type BuiltConference } from '../support/a-conference.js';
import { aPersonIn, type Person } from '../support/a-person.js';
import { aPlannedConference } from '../support/a-planned-conference.js';
import { aBrowser } from '../support/browser.js';
import { escape } from '../support/hands.js';
import { knownSealingKeys } from '../support/known-sealing-keys.js';
import { aServer, type RunningServer } from '../support/running-server.js';
import { aDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
let server: RunningServer;
let browser: Browser;
let edges: BuiltConference;
let groups: BuiltConference;
let groupsByKeys: BuiltConference;
let copied: BuiltConference;
let organizer: Person;

beforeAll(async () => {
  const keys = knownSealingKeys();
  database = await aDatabase();
  edges = await aPlannedConference(database.source, 'edges');
  groups = await aFullMorning('groups');
  groupsByKeys = await aFullMorning('groups-by-keys');
  copied = await aPlannedConference(database.source, 'copied');
  organizer = await aPersonIn(database.source, keys.sealing, [edges, groups, groupsByKeys, copied].map(({ id }) => ({ role: 'organizer' as const, conferenceId: id })));
  [server, browser] = await Promise.all([aServer({ database, environment: keys.environment }), aBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await server.close();
  await database.drop();
});

const times = async (conference: BuiltConference, title: string): Promise<string | null> => {
  const slot = await draftOf(server, conference, title);
  return slot === null ? null : `${slot.room} ${slot.startsAt.slice(11, 16)}-${slot.endsAt.slice(11, 16)}`;
};

/** Four sessions on a morning in two rooms of Lyon, 10:00 to 12:00 there, and a room in Oslo. */
async function aFullMorning(slug: string): Promise<BuiltConference> {
  return await aConference(slug)
    .withCity('Lyon', 'Europe/Paris').withRoom('Hall').withRoom('Studio').withCity('Oslo', 'Europe/Oslo').withRoom('Dome')
    .withSession('Opening', { room: 'Hall', startsAt: '2026-11-24T09:00:00Z', minutes: 45 })
    .withSession('Tides', { room: 'Hall', startsAt: '2026-11-24T10:00:00Z', minutes: 45 })
    .withSession('Fjords', { room: 'Studio', startsAt: '2026-11-24T09:15:00Z', minutes: 45 })
    .withSession('Late', { room: 'Studio', startsAt: '2026-11-24T13:00:00Z', minutes: 45 })
    .build(database.source);
}

const morning = async (conference: BuiltConference) => await Promise.all(['Opening', 'Tides', 'Fjords', 'Late'].map(async (title) => await times(conference, title)));
const AS_IT_WAS = ['Hall 09:00-09:45', 'Hall 10:00-10:45', 'Studio 09:15-10:00', 'Studio 13:00-13:45'];

const boxOf = async (board: BoardAtWork, title: string) => (await board.session(title).boundingBox())!;

it('makes a session longer at its start, by mouse, finger and keyboard, and takes it back', async () => {
  const board = await aBoardAtWork(browser, server, edges, organizer);
  const { page, verdict, saved } = board;
  // where a session stands is measured: it must not be on its way there
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const minute = (await boxOf(board, 'Opening')).width / 45;

  // a quarter of an hour earlier; its end stays
  const before = await boxOf(board, 'Opening');
  await page.mouse.move(before.x + 4, before.y + before.height / 2);
  await page.mouse.down();
  await page.mouse.move(before.x + 4 - 15 * minute, before.y + before.height / 2, { steps: 6 });
  await verdict.getByText('9:45').waitFor();
  await page.mouse.up();
  await saved();
  expect(await times(edges, 'Opening')).toBe('Hall 08:45-09:45');
  await page.getByRole('button', { name: 'Undo' }).click();
  await saved();
  expect(await times(edges, 'Opening')).toBe('Hall 09:00-09:45');

  // never further than a step of the grid before its end
  await board.session('Opening').focus();
  await page.keyboard.press('Enter');
  for (let n = 0; n < 12; n += 1) await page.keyboard.press('Control+Shift+ArrowRight');
  await page.keyboard.press('Enter');
  await saved();
  expect(await times(edges, 'Opening')).toBe('Hall 09:40-09:45');
  await page.keyboard.press('Control+z');
  await saved();
  expect(await times(edges, 'Opening')).toBe('Hall 09:00-09:45');

  const touch = await page.context().newCDPSession(page);
  await touch.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  const finger = async (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: { x: number; y: number }): Promise<void> =>
    void (await touch.send('Input.dispatchTouchEvent', { type, touchPoints: at === undefined ? [] : [at] }));
  const now = await boxOf(board, 'Opening');
  await finger('touchStart', { x: now.x + 5, y: now.y + now.height / 2 });
  await verdict.waitFor();
  for (const share of [0.3, 0.6, 1]) await finger('touchMove', { x: now.x + 5 - 30 * minute * share, y: now.y + now.height / 2 });
  await verdict.getByText('9:30').waitFor();
  await finger('touchEnd');
  await saved();
  expect(await times(edges, 'Opening')).toBe('Hall 08:30-09:45');
  await page.getByRole('button', { name: 'Undo' }).click();
  await saved();
  expect(await times(edges, 'Opening')).toBe('Hall 09:00-09:45');
  expect(board.visitor.complaints).toEqual([]);
  await board.close();
});

it('chooses sessions by a rectangle and moves them together, with what is in the way told before', async () => {
  const board = await aBoardAtWork(browser, server, groups, organizer);
  const { page, verdict, saved } = board;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const [opening, fjords] = [await boxOf(board, 'Opening'), await boxOf(board, 'Fjords')];
  const minute = opening.width / 45;

  // from before the first to under the end of the second room's first: three of the four
  await page.mouse.move(opening.x - 12, opening.y + 4);
  await page.mouse.down();
  await page.mouse.move(opening.x + 75 * minute, fjords.y + fjords.height - 6, { steps: 5 });
  await page.mouse.up();
  await page.getByRole('heading', { name: '3 sessions chosen' }).waitFor();

  // a room further on, the arrangement goes on as it is: the second room's into Oslo
  await board.carry('Opening', { room: 'Studio', at: '10:00' });
  await verdict.getByText('Opening and 2 more').waitFor();
  await board.drop();
  await saved();
  expect(await morning(groups)).toEqual(['Studio 09:00-09:45', 'Studio 10:00-10:45', 'Dome 09:15-10:00', 'Studio 13:00-13:45']);

  // beyond the last room nothing is placed
  await board.carryOver('Opening', { room: 'Dome', at: '10:00' });
  await verdict.getByText('Nothing can be placed here').waitFor();
  await board.drop();
  expect(await morning(groups)).toEqual(['Studio 09:00-09:45', 'Studio 10:00-10:45', 'Dome 09:15-10:00', 'Studio 13:00-13:45']);

  // the second of them would come upon another: said by its name, and refused
  await board.carry('Opening', { room: 'Studio', at: '13:15' });
  await verdict.getByText(/^Tides: .*Studio.* is taken by .*Late/).waitFor();
  await board.drop();
  await page.getByRole('dialog').getByText(/^Tides: .*Studio.* is taken by .*Late/).waitFor();
  await escape(page);

  // one step back for all of them
  await page.getByRole('button', { name: 'Undo' }).click();
  await saved();
  expect(await morning(groups)).toEqual(AS_IT_WAS);
  // and off the board together
  await page.getByRole('complementary').getByRole('button', { name: 'Take off the board' }).click();
  await saved();
  expect(await morning(groups)).toEqual([null, null, null, 'Studio 13:00-13:45']);
  await page.getByRole('button', { name: 'Undo' }).click();
  await saved();
  expect(await morning(groups)).toEqual(AS_IT_WAS);
  expect(board.visitor.complaints).toEqual([]);
  await board.close();
});

it('chooses a rectangle of sessions by Shift and arrows, and carries them by keyboard', async () => {
  const board = await aBoardAtWork(browser, server, groupsByKeys, organizer);
  const { page, verdict, saved } = board;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await board.session('Opening').focus();
  await page.keyboard.press('Shift+ArrowRight');
  await page.getByRole('status').filter({ hasText: '2 sessions chosen' }).waitFor({ state: 'attached' });
  await page.keyboard.press('Shift+ArrowDown');
  await page.getByRole('status').filter({ hasText: '3 sessions chosen' }).waitFor({ state: 'attached' });

  await page.keyboard.press('Enter');
  await page.keyboard.press('PageDown');
  await verdict.getByText('Fjords and 2 more').waitFor();
  await page.keyboard.press('Enter');
  await saved();
  expect(await morning(groupsByKeys)).toEqual(['Hall 10:00-10:45', 'Hall 11:00-11:45', 'Studio 10:15-11:00', 'Studio 13:00-13:45']);
  await page.keyboard.press('Control+z');
  await saved();
  expect(await morning(groupsByKeys)).toEqual(AS_IT_WAS);
  await page.keyboard.press('Delete');
  await saved();
  expect(await morning(groupsByKeys)).toEqual([null, null, null, 'Studio 13:00-13:45']);
  await page.keyboard.press('Control+z');
  await saved();
  expect(await morning(groupsByKeys)).toEqual(AS_IT_WAS);
  expect(board.visitor.complaints).toEqual([]);
  await board.close();
});

it('fills a day with what waits in the grid of another, as one edit, with what is in the way told before', async () => {
  const board = await aBoardAtWork(browser, server, copied, organizer);
  const { page, saved } = board;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  // the tray is in order of titles: the first is the one that takes the one place there is
  await page.getByRole('button', { name: 'Edit many' }).click();
  const panel = page.getByRole('complementary');
  await panel.getByLabel('Day to fill').selectOption('2026-11-25');
  await panel.getByRole('status').filter({ hasText: '1 session is placed. 2 sessions still wait.' }).waitFor();
  await panel.getByRole('button', { name: 'Fill this day' }).click();
  await saved();
  expect(await draftOf(server, copied, 'Fjords')).toEqual({ room: 'Hall', startsAt: '2026-11-25T09:00:00.000Z', endsAt: '2026-11-25T09:45:00.000Z', waiver: null });
  await page.getByRole('button', { name: 'Undo' }).click();
  await saved();
  expect(await draftOf(server, copied, 'Fjords')).toBeNull();

  // another grid, in which a session that is sent by satellite would leave the window: only with a reason
  await board.carry('Fjords', { room: 'Dome', at: '10:00' });
  await board.drop();
  await saved();
  await panel.getByLabel('Day to fill').selectOption('2026-11-26');
  await panel.getByText(/Sent home: .*not inside a booked window/).waitFor();
  await panel.getByLabel('Reason').fill('The window moves with it');
  await panel.getByRole('button', { name: 'Waive and place' }).click();
  await saved();
  expect(await draftOf(server, copied, 'Sent home')).toMatchObject({ startsAt: '2026-11-26T09:00:00.000Z', waiver: 'The window moves with it' });
  expect(await draftOf(server, copied, 'Tides')).toMatchObject({ startsAt: '2026-11-26T09:00:00.000Z', waiver: null });
  expect(board.visitor.complaints).toEqual([]);
  await board.close();
});
