import type { Browser } from 'playwright-core';
import { aBoardAtWork, draftOf } from '../support/a-board-at-work.js';
import type { BuiltConference } from '../support/a-conference.js';
import { aPersonIn, type Person } from '../support/a-person.js';
import { aPlannedConference } from '../support/a-planned-conference.js';
import { aBrowser } from '../support/browser.js';
import { knownSealingKeys } from '../support/known-sealing-keys.js';
import { aServer, type RunningServer } from '../support/running-server.js';
import { aDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
let server: RunningServer;
let browser: Browser;
let conference: BuiltConference;
let people: Person[];

beforeAll(async () => {
  const keys = knownSealingKeys();
  database = await aDatabase();
  conference = await aPlannedConference(database.source, 'together');
  people = await Promise.all([1, 2].map(async () => await aPersonIn(database.source, keys.sealing, [{ role: 'organizer', conferenceId: conference.id }])));
  [server, browser] = await Promise.all([aServer({ database, environment: keys.environment }), aBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await server.close();
  await database.drop();
});

it('shows two organizers each other, and neither loses an edit to the other without being asked', async () => {
  const [amina, bo] = await Promise.all(people.map(async (person) => await aBoardAtWork(browser, server, conference, person)));
  if (amina === undefined || bo === undefined) throw new Error('two were asked for');
  const inRoom = (room: string, title: string): string => `[data-room="${conference.rooms[room]}"] [data-session="${conference.sessions[title]}"]`;

  // what one does is on the other's board, and who does it
  await amina.carry('Fjords', { room: 'Dome', at: '10:00' });
  await bo.page.getByRole('list', { name: 'Also at this board' }).getByRole('listitem').waitFor();
  await amina.drop();
  await bo.page.locator(inRoom('Dome', 'Fjords')).waitFor();

  // both hold the same session; the second to let go is asked
  await bo.carry('Tides', { room: 'Studio', at: '12:00' });
  await amina.carry('Tides', { room: 'Hall', at: '12:00' });
  await amina.drop();
  await amina.saved();
  await bo.page.locator(inRoom('Hall', 'Tides')).waitFor();
  await bo.drop();
  const conflict = bo.page.getByRole('alert', { name: 'Somebody else was faster' });
  await conflict.getByText('Hall').waitFor();
  expect((await draftOf(server, conference, 'Tides'))?.room).toBe('Hall');
  await conflict.getByRole('button', { name: 'Keep theirs' }).click();
  await conflict.waitFor({ state: 'detached' });
  await bo.page.locator(inRoom('Hall', 'Tides')).waitFor();

  // and once more, for one's own
  await bo.carry('Tides', { room: 'Studio', at: '12:00' });
  await amina.carry('Tides', { room: 'Hall', at: '13:00' });
  await amina.drop();
  await amina.saved();
  await bo.drop();
  await conflict.getByRole('button', { name: 'Put mine' }).click();
  await bo.saved();
  await amina.page.locator(inRoom('Studio', 'Tides')).waitFor();
  expect(await draftOf(server, conference, 'Tides')).toEqual({ room: 'Studio', startsAt: '2026-11-24T11:00:00.000Z', endsAt: '2026-11-24T11:45:00.000Z', waiver: null });
  // the refusals are all that the browsers may complain of
  expect([...amina.visitor.complaints, ...bo.visitor.complaints].filter((complaint) => !complaint.includes('409'))).toEqual([]);
  await Promise.all([amina.close(), bo.close()]);
});

it('asks about a session that somebody else moved while it stood in the table', async () => {
  const [amina, bo] = await Promise.all(people.map(async (person) => await aBoardAtWork(browser, server, conference, person)));
  if (amina === undefined || bo === undefined) throw new Error('two were asked for');
  for (const title of ['Fjords', 'Tides']) await bo.page.locator(`[data-session="${conference.sessions[title]}"]`).click({ modifiers: ['Control'] });
  await bo.page.getByRole('button', { name: 'Edit in a table' }).click();
  const minutes = bo.page.getByRole('dialog').locator('tr', { hasText: 'Fjords' }).locator('[data-cell="minutes"] input');
  await minutes.fill('30');

  await amina.carry('Fjords', { room: 'Dome', at: '15:00' });
  await amina.drop();
  await amina.saved();
  const theirs = await draftOf(server, conference, 'Fjords');

  await bo.page.getByRole('button', { name: 'Make all changes' }).click();
  const conflict = bo.page.getByRole('alert', { name: 'Somebody else was faster' });
  await conflict.waitFor();
  expect(await draftOf(server, conference, 'Fjords')).toEqual(theirs);
  await conflict.getByRole('button', { name: 'Keep theirs' }).click();
  await Promise.all([amina.close(), bo.close()]);
});

it('keeps what is done without a network, says so, and sends it once there is one', async () => {
  const board = await aBoardAtWork(browser, server, conference, people[0]!);
  await board.visitor.context.setOffline(true);
  await board.page.getByTestId('board-sync').getByText('Offline').waitFor();
  await board.carry('Sent home', { room: 'Studio', at: '11:05' });
  await board.drop();
  await board.page.getByTestId('board-sync').getByText('1 edit waits').waitFor();
  expect(await draftOf(server, conference, 'Sent home')).toBeNull();
  await board.visitor.context.setOffline(false);
  await board.saved();
  expect(await draftOf(server, conference, 'Sent home')).toEqual({ room: 'Studio', startsAt: '2026-11-24T10:05:00.000Z', endsAt: '2026-11-24T10:50:00.000Z', waiver: null });
  await board.close();
});
