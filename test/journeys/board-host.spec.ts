import type { Browser } from 'playwright-core';
import { SessionEntity } from '../../src/agenda/session.entity.js';
import type { Board } from '../../src/contract/board.js';
import { newId } from '../../src/platform/new-id.js';
import { aBoardAtWork, draftOf } from '../support/a-board-at-work.js';
import { aConference, type BuiltConference } from '../support/a-conference.js';
import { aPersonIn, type Person } from '../support/a-person.js';
import { aBrowser } from '../support/browser.js';
import { knownSealingKeys } from '../support/known-sealing-keys.js';
import { aServer, type RunningServer } from '../support/running-server.js';
import { aDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
let server: RunningServer;
let browser: Browser;
let conference: BuiltConference;
let host: Person;

beforeAll(async () => {
  const keys = knownSealingKeys();
  database = await aDatabase();
  const waiting = { room: 'Hall', startsAt: '2026-11-24T09:00:00Z', plans: [] };
  conference = await aConference('hosted')
    .withCity('Lyon', 'Europe/Paris').withRoom('Hall').withRoom('Studio').withCity('Oslo', 'Europe/Oslo').withRoom('Dome').withRoom('Cellar')
    .withSession('Opening', { room: 'Hall', startsAt: '2026-11-24T09:00:00Z', minutes: 45 })
    .withSession('Northern', { room: 'Dome', startsAt: '2026-11-24T09:00:00Z', minutes: 45 })
    .withSession('Made in Oslo', waiting).withSession('Nobody’s yet', waiting)
    .build(database.source);
  await database.source.getRepository(SessionEntity).update({ id: conference.sessions['Made in Oslo']! }, { cityId: conference.cities['Oslo']! });
  host = await aPersonIn(database.source, keys.sealing, [{ role: 'city-host', conferenceId: conference.id, cityId: conference.cities['Oslo'] }]);
  [server, browser] = await Promise.all([aServer({ database, environment: keys.environment }), aBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await server.close();
  await database.drop();
});

const places = async () => await Promise.all(['Opening', 'Northern', 'Made in Oslo', 'Nobody’s yet'].map(async (title) => {
  const slot = await draftOf(server, conference, title);
  return slot === null ? null : `${slot.room} ${slot.startsAt.slice(11, 16)}`;
}));
const AS_IT_WAS = ['Hall 09:00', 'Dome 09:00', null, null];

it('shows a city’s host everything, and lets them move with the mouse what is in their city, within it', async () => {
  const board = await aBoardAtWork(browser, server, conference, host);
  const { page, verdict, saved } = board;
  const toasts = page.getByTestId('toasts');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const title of ['Opening', 'Northern', 'Made in Oslo', 'Nobody’s yet']) await board.session(title).waitFor();

  // another city's stays, and it is said why
  await board.carryOver('Opening', { room: 'Studio', at: '11:00' });
  await toasts.getByText(/“Opening” stays where it is: you plan in .*Oslo.* only/).waitFor();
  await board.drop();
  await board.carryOver('Nobody’s yet', { room: 'Dome', at: '12:00' });
  await toasts.getByText(/“Nobody’s yet” stays where it is/).waitFor();
  await board.drop();
  // their own goes nowhere else
  await board.carryOver('Northern', { room: 'Studio', at: '11:00' });
  await verdict.getByText(/Nothing can be placed here: you plan in .*Oslo.* only/).waitFor();
  await board.drop();
  expect(await places()).toEqual(AS_IT_WAS);

  await board.carry('Northern', { room: 'Cellar', at: '11:00' });
  await board.drop();
  await board.carry('Made in Oslo', { room: 'Dome', at: '12:00' });
  await board.drop();
  await saved();
  expect(await places()).toEqual(['Hall 09:00', 'Cellar 10:00', 'Dome 11:00', null]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await saved();
  expect(await places()).toEqual(AS_IT_WAS);

  // what is chosen together is changed only as far as it is theirs
  await board.session('Opening').click();
  await page.getByRole('complementary').getByText('It is held by others').waitFor();
  await board.session('Northern').click({ modifiers: ['Control'] });
  await page.getByRole('complementary').getByText('1 of them is held by others').waitFor();
  await page.getByRole('complementary').getByRole('button', { name: 'Take off the board' }).click();
  await saved();
  expect(await places()).toEqual(['Hall 09:00', null, null, null]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await saved();
  await page.getByRole('link', { name: 'Place these automatically' }).click();
  await page.getByRole('heading', { level: 1, name: 'Automatic schedule' }).waitFor();
  expect(board.visitor.complaints).toEqual([]);
  await board.close();
});

it('holds to the same by keyboard', async () => {
  const board = await aBoardAtWork(browser, server, conference, host);
  const { page, verdict, saved } = board;
  const toasts = page.getByTestId('toasts');
  for (const key of ['Enter', 'Delete']) {
    await board.session('Opening').focus();
    await page.keyboard.press(key);
    await toasts.getByText(/“Opening” stays where it is/).last().waitFor();
    await toasts.getByRole('button').last().click();
  }
  // up from Oslo's first room there is no other for them
  await board.session('Northern').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowUp');
  await verdict.getByText(/, Dome$/).waitFor();
  await page.keyboard.press('ArrowDown');
  await verdict.getByText(/, Cellar$/).waitFor();
  await page.keyboard.press('Enter');
  await saved();
  expect(await places()).toEqual(['Hall 09:00', 'Cellar 09:00', null, null]);
  await page.keyboard.press('Control+z');
  await saved();
  expect(await places()).toEqual(AS_IT_WAS);
  expect(board.visitor.complaints).toEqual([]);
  await board.close();
});

it.each([
  ['another city’s session', 'Opening', 'Dome'], ['their own into another city', 'Northern', 'Hall'], ['what nobody looks after', 'Nobody’s yet', 'Dome'],
])('is refused by the server, too: %s', async (_name, title, room) => {
  const headers = { cookie: host.cookie, origin: server.url, 'content-type': 'application/json' };
  const url = `${server.url}/api/conferences/${conference.slug}`;
  const board = (await (await fetch(`${url}/board`, { headers })).json()) as Board;
  const expected = board.sessions.find(({ id }) => id === conference.sessions[title])!.edit;
  const to = { roomId: conference.rooms[room], startsAt: '2026-11-24T15:00:00.000Z', endsAt: '2026-11-24T15:30:00.000Z' };
  const response = await fetch(`${url}/draft-edits`, {
    method: 'POST', headers, body: JSON.stringify({ what: 'move', requestId: newId(), set: [{ sessionId: conference.sessions[title], expected, to }] }),
  });
  expect([response.status, ((await response.json()) as { type: string }).type]).toEqual([404, 'urn:meridian:problem:not-found']);
  expect(await places()).toEqual(AS_IT_WAS);
});
