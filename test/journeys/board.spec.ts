import type { Browser } from 'playwright-core';
import { aBoardAtWork, type BoardAtWork, draftOf } from '../support/a-board-at-work.js';
import type { BuiltConference } from '../support/a-conference.js';
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
let byPointer: BuiltConference;
let byKeys: BuiltConference;
let organizer: Person;

beforeAll(async () => {
  const keys = knownSealingKeys();
  database = await aDatabase();
  byPointer = await aPlannedConference(database.source, 'by-pointer');
  byKeys = await aPlannedConference(database.source, 'by-keys');
  organizer = await aPersonIn(database.source, keys.sealing, [byPointer, byKeys].map(({ id }) => ({ role: 'organizer' as const, conferenceId: id })));
  [server, browser] = await Promise.all([aServer({ database, environment: keys.environment }), aBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await server.close();
  await database.drop();
});

const refusal = (board: BoardAtWork) => board.page.getByRole('dialog');
const at = (room: string, from: string, to: string, waiver: string | null = null) => ({ room, startsAt: `2026-11-24T${from}:00.000Z`, endsAt: `2026-11-24T${to}:00.000Z`, waiver });

it('plans a day in two cities with the mouse, and is told before the drop what cannot be', async () => {
  const board = await aBoardAtWork(browser, server, byPointer, organizer);
  const { page } = board;

  // two sessions in one room
  await board.carry('Fjords', { room: 'Hall', at: '10:15' });
  await board.verdict.getByText('is taken by').waitFor();
  // where it may not begin is drawn, too
  await page.locator('[data-no-fit] > div').first().waitFor();
  await board.drop();
  await refusal(board).getByText('is taken by').waitFor();
  await refusal(board).getByRole('button', { name: 'Leave it as it was' }).click();
  // a speaker who would have to be in Oslo ten minutes after Lyon
  await board.carry('Tides', { room: 'Dome', at: '10:55' });
  await board.verdict.getByText('too short').waitFor();
  await board.drop();
  await escape(page);
  // a satellite that is not booked then
  await board.carry('Sent home', { room: 'Studio', at: '13:30' });
  await board.verdict.getByText('not inside a booked window').waitFor();
  await board.drop();
  await escape(page);
  expect(await Promise.all(['Fjords', 'Tides', 'Sent home'].map(async (title) => await draftOf(server, byPointer, title)))).toEqual([null, null, null]);

  // where they fit
  await board.carry('Fjords', { room: 'Dome', at: '10:00' });
  await board.drop();
  await board.carry('Sent home', { room: 'Studio', at: '11:15' });
  await board.drop();
  await board.carry('Tides', { room: 'Hall', at: '12:00' });
  await board.drop();
  await board.saved();
  expect(await draftOf(server, byPointer, 'Fjords')).toEqual(at('Dome', '09:00', '09:45'));
  expect(await draftOf(server, byPointer, 'Sent home')).toEqual(at('Studio', '10:15', '11:00'));
  expect(await draftOf(server, byPointer, 'Tides')).toEqual(at('Hall', '11:00', '11:45'));
  await page.getByText('Every session has its place.').waitFor();

  // steps back and forth
  await page.getByRole('button', { name: 'Undo' }).click();
  await board.saved();
  expect(await draftOf(server, byPointer, 'Tides')).toBeNull();
  await page.keyboard.press('Control+Shift+Z');
  await board.saved();
  expect(await draftOf(server, byPointer, 'Tides')).toEqual(at('Hall', '11:00', '11:45'));

  // on purpose, with a reason
  await board.carry('Tides', { room: 'Dome', at: '10:55' });
  await board.drop();
  await refusal(board).getByLabel('Reason').fill('Ada speaks over the line');
  await refusal(board).getByRole('button', { name: 'Waive and place' }).click();
  await board.saved();
  expect(await draftOf(server, byPointer, 'Tides')).toEqual(at('Dome', '09:55', '10:40', 'Ada speaks over the line'));
  expect(board.visitor.complaints).toEqual([]);
  await board.close();
});

it('plans the same day by keyboard alone', async () => {
  const board = await aBoardAtWork(browser, server, byKeys, organizer);
  const { page } = board;
  const place = async (title: string, room: string, time: string): Promise<void> => {
    await board.session(title).focus();
    await board.carryByKeys({ room, at: time });
  };

  await place('Fjords', 'Hall', '10:15');
  await page.getByRole('status').filter({ hasText: 'is taken by' }).first().waitFor({ state: 'attached' });
  await page.keyboard.press('Enter');
  await escape(page);
  await place('Tides', 'Dome', '10:55');
  await board.verdict.getByText('too short').waitFor();
  await page.keyboard.press('Escape');
  await place('Sent home', 'Studio', '13:30');
  await board.verdict.getByText('not inside a booked window').waitFor();
  await page.keyboard.press('Escape');
  expect(await Promise.all(['Fjords', 'Tides', 'Sent home'].map(async (title) => await draftOf(server, byKeys, title)))).toEqual([null, null, null]);

  await place('Fjords', 'Dome', '10:00');
  await page.keyboard.press('Enter');
  await place('Sent home', 'Studio', '11:15');
  await page.keyboard.press('Enter');
  await place('Tides', 'Hall', '12:00');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Enter');
  await board.saved();
  expect(await draftOf(server, byKeys, 'Fjords')).toEqual(at('Dome', '09:00', '09:45'));
  expect(await draftOf(server, byKeys, 'Sent home')).toEqual(at('Studio', '10:15', '11:00'));
  expect(await draftOf(server, byKeys, 'Tides')).toEqual(at('Hall', '11:00', '11:50'));

  // the focus stays with what was dropped: from there the arrows lead on
  const focused = async (title: string): Promise<void> => await board.session(title).and(page.locator(':focus')).waitFor();
  await focused('Tides');
  await page.keyboard.press('ArrowLeft');
  await focused('Opening');
  await page.keyboard.press('ArrowRight');
  await focused('Tides');
  await page.keyboard.press('Delete');
  await board.saved();
  expect(await draftOf(server, byKeys, 'Tides')).toBeNull();
  await page.keyboard.press('Control+z');
  await board.saved();
  expect(await draftOf(server, byKeys, 'Tides')).toEqual(at('Hall', '11:00', '11:50'));
  expect(board.visitor.complaints).toEqual([]);
  await board.close();
});
