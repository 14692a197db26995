import type { Browser } from 'playwright-core';
import { SessionEntity } from '../../src/agenda/session.entity.js';
import { SlotEntity } from '../../src/agenda/slot.entity.js';
import { RoomEntity } from '../../src/conferences/room.entity.js';
import { UplinkBookingEntity } from '../../src/conferences/uplink-booking.entity.js';
import { UplinkEntity } from '../../src/conferences/uplink.entity.js';
import type { UplinkBookingId, UplinkId } from '../../src/contract/ids.js';
import { newId } from '../../src/platform/new-id.js';
import { aBoardAtWork, type BoardAtWork, draftOf, type Spot } from '../support/a-board-at-work.js';
import { aConference, type BuiltConference } from '../support/a-conference.js';
import { aPersonIn } from '../support/a-person.js';
import { aVisitor, aZoneAtNoon } from '../support/a-visitor.js';
import { aBrowser } from '../support/browser.js';
import { arrowTo, byKeys, byPointer, escape } from '../support/hands.js';
import { knownSealingKeys } from '../support/known-sealing-keys.js';
import { aServer, type RunningServer } from '../support/running-server.js';
import { aDatabase, type TestDatabase } from '../support/test-database.js';

const MINUTE = 60_000;
const NOW = Date.now();
const ZONE = aZoneAtNoon(NOW);
/** Noon of the day that it is there: between 12 and 13 o'clock now. */
const NOON = Math.floor(NOW / (60 * MINUTE)) * 60 * MINUTE;
const at = (clock: string): string => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return new Date(NOON + ((hours - 12) * 60 + minutes) * MINUTE).toISOString();
};

let database: TestDatabase;
let server: RunningServer;
let browser: Browser;
const keys = knownSealingKeys();

beforeAll(async () => {
  database = await aDatabase();
  [server, browser] = await Promise.all([aServer({ database, environment: keys.environment }), aBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await server.close();
  await database.drop();
});

/**
 * Today, in Lyon and Oslo: Ada opens it in the Hall, and Mina follows from home; the keynote there is fixed. Lyon's
 * satellite is booked from 15:00 to 17:00. Three sessions wait for a slot, and nothing is published.
 */
async function aDayToPlan(slug: string): Promise<BuiltConference> {
  const plans = ['draft' as const];
  const waiting = { room: 'Hall', startsAt: at('09:00'), plans: [] };
  const built = await aConference(slug).inZone(ZONE)
    .withCity('Lyon', ZONE, { latitude: 45.76, longitude: 4.84 }).withRoom('Hall').withRoom('Studio')
    .withCity('Oslo', ZONE, { latitude: 59.91, longitude: 10.75 }).withRoom('Dome')
    .withSession('Opening', { room: 'Hall', startsAt: at('11:30'), minutes: 120, speakers: ['Ada', 'Mina'], plans })
    .withSession('Keynote', { room: 'Hall', startsAt: at('14:25'), minutes: 45, plans })
    .withSession('Panel', { room: 'Dome', startsAt: at('14:15'), minutes: 45, plans })
    .withSession('Tides', { ...waiting, speakers: ['Ada'] })
    .withSession('Fjords', { ...waiting, speakers: ['Mina'] })
    .withSession('Sent home', { ...waiting, speakers: ['Cleo'] })
    .build(database.source);
  const { source } = database;
  const { venueId } = await source.getRepository(RoomEntity).findOneByOrFail({ id: built.rooms['Hall']! });
  const uplinkId = newId<UplinkId>();
  await source.getRepository(UplinkEntity).insert({ id: uplinkId, conferenceId: built.id, venueId, kind: 'satellite', name: 'Dish' });
  await source.getRepository(UplinkBookingEntity).insert({ id: newId<UplinkBookingId>(), uplinkId, startsAt: new Date(at('15:00')), endsAt: new Date(at('17:00')) });
  await source.getRepository(SessionEntity).update({ id: built.sessions['Sent home']! }, { sentBy: 'satellite' });
  await source.getRepository(SlotEntity).update({ sessionId: built.sessions['Keynote']! }, { anchor: 'fixed' });
  await source.query(`UPDATE appearance SET mode = 'remote' WHERE speaker_id = $1`, [built.speakers['Mina']]);
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE }).format(NOON);
  await source.query(`UPDATE conference SET starts_on = $2, ends_on = $2 WHERE id = $1`, [built.id, today]);
  return built;
}

/** What is done on the board by either kind of hands. `carry` holds a session there, and the verdict is seen. */
interface BoardHands {
  carry: (title: string, to: Spot) => Promise<void>;
  drop: () => Promise<void>;
  /** Closes what was refused, or puts down what is carried. */
  giveUp: () => Promise<void>;
}

const pointerOn = (board: BoardAtWork): BoardHands => ({
  carry: board.carry,
  drop: board.drop,
  giveUp: async () => await board.page.getByRole('dialog').getByRole('button', { name: 'Leave it as it was' }).click(),
});

const keysOn = (board: BoardAtWork): BoardHands => ({
  carry: async (title, to) => {
    const inTray = await board.page.locator('[data-tray]').locator(board.session(title)).count() > 0;
    await arrowTo(board.page, board.session(title), board.page.locator(inTray ? '[data-tray]' : '[data-plane]'));
    await board.carryByKeys(to);
  },
  drop: async () => await board.page.keyboard.press('Enter'),
  giveUp: async () => await escape(board.page),
});

it.each([
  { hands: 'a pointer', slug: 'day-by-pointer', handsOf: byPointer, boardHandsOf: pointerOn },
  { hands: 'the keyboard alone', slug: 'day-by-keys', handsOf: byKeys, boardHandsOf: keysOn },
])('plans, releases, compares, restores and repairs a day in two cities with $hands', async ({ slug, handsOf, boardHandsOf }) => {
  const held = await aDayToPlan(slug);
  const organizer = await aPersonIn(database.source, keys.sealing, [{ role: 'organizer', conferenceId: held.id }]);
  const audience = await aVisitor(browser, server.url, { zone: ZONE });
  const reader = await audience.open(`/${slug}/agenda`);
  const board = await aBoardAtWork(browser, server, held, organizer, { zone: ZONE }, { at: '11:30', minutes: 120 });
  const { page } = board;
  const hands = handsOf(page);
  const { carry, drop, giveUp } = boardHandsOf(board);
  const go = async (name: string): Promise<void> => await hands.press(page.getByRole('navigation', { name: 'Organize' }).getByRole('link', { name, exact: true }));
  const dialog = page.getByRole('dialog');

  // what cannot be is said before the drop, and refused
  await carry('Fjords', { room: 'Hall', at: '12:30' });
  await board.verdict.getByText('is taken by').waitFor();
  await drop();
  await dialog.getByText('is taken by').waitFor();
  await giveUp();
  await carry('Tides', { room: 'Dome', at: '13:30' });
  await board.verdict.getByText('too short').waitFor();
  await drop();
  await dialog.getByText('too short').waitFor();
  await giveUp();
  await carry('Sent home', { room: 'Studio', at: '14:30' });
  await board.verdict.getByText('not inside a booked window').waitFor();
  await drop();
  await dialog.getByText('not inside a booked window').waitFor();
  await giveUp();
  const places = async (): Promise<unknown[]> => await Promise.all(['Tides', 'Fjords', 'Sent home'].map(async (title) => {
    const slot = await draftOf(server, held, title);
    return slot === null ? null : [slot.room, slot.startsAt];
  }));
  expect(await places()).toEqual([null, null, null]);

  // planned
  await carry('Tides', { room: 'Hall', at: '13:30' });
  await drop();
  await carry('Fjords', { room: 'Dome', at: '13:30' });
  await drop();
  await carry('Sent home', { room: 'Studio', at: '15:15' });
  await drop();
  await board.saved();
  expect(await places()).toEqual([['Hall', at('13:30')], ['Dome', at('13:30')], ['Studio', at('15:15')]]);

  // released with a note, and again after a change
  const release = async (note: string, number: number): Promise<void> => {
    await go('Releases');
    await hands.write(page.getByLabel('Note'), note);
    await hands.press(page.getByRole('button', { name: 'Release…' }));
    await hands.press(dialog.getByRole('button', { name: 'Release now' }));
    await page.getByRole('heading', { level: 1, name: `Release ${number}` }).waitFor();
  };
  await release('The day stands', 1);
  await reader.getByRole('article', { name: 'Fjords' }).getByText('13:30–14:15').waitFor();
  await go('Board');
  await board.saved();
  await carry('Sent home', { room: 'Studio', at: '15:30' });
  await drop();
  await board.saved();
  await release('A quarter of an hour later', 2);

  // compared
  await hands.press(page.getByRole('link', { name: 'All releases' }));
  await hands.press(page.getByRole('link', { name: 'Compare two' }));
  await hands.choose(page.getByLabel('From'), 'Release 1');
  await hands.choose(page.getByLabel('To'), 'Release 2');
  await page.waitForURL('**/compare?from=1&to=2');
  const moved = page.getByRole('list', { name: 'Delayed' }).getByRole('listitem');
  await moved.filter({ hasText: 'Sent home' }).waitFor();
  expect((await moved.allInnerTexts()).map((words) => words.replaceAll(/\s+/g, ' '))).toEqual([expect.stringMatching(/^Sent home .*15:15[–-]16:00.*15:30[–-]16:15/)]);

  // the first one restored into the draft, and taken back
  await hands.press(page.getByRole('link', { name: 'All releases' }));
  await hands.press(page.getByRole('button', { name: 'Restore release 1 into the draft' }));
  await hands.press(dialog.getByRole('button', { name: 'Restore', exact: true }));
  await page.getByText('The draft is as release 1 was').waitFor();
  const same = page.getByText('The draft is what is published');
  await same.waitFor({ state: 'detached' });
  expect((await places())[2]).toEqual(['Studio', at('15:15')]);
  await hands.press(page.getByRole('button', { name: 'Undo' }));
  await same.waitFor();
  expect((await places())[2]).toEqual(['Studio', at('15:30')]);

  // the day: what runs late ripples over both cities, around the fixed keynote
  const slots = async (): Promise<unknown> => await database.source.query(`SELECT * FROM slot WHERE conference_id = $1 ORDER BY session_id, plan`, [held.id]);
  const before = await slots();
  const seen = async (title: string, times: string): Promise<void> => await reader.getByRole('article', { name: title }).getByText(times).waitFor();
  await go('Live day');
  await hands.press(page.getByRole('button', { name: 'Ends late: Opening' }));
  await hands.press(dialog.getByRole('button', { name: '12 mins' }));
  await dialog.getByText(/Keynote.* is fixed at its time and would be 2 mins off/).waitFor();
  expect(await dialog.getByRole('button', { name: 'Apply now' }).isDisabled()).toBe(true);
  await hands.press(dialog.getByRole('button', { name: /shorten .*Tides.* by 2 mins/i }));
  await dialog.getByText('Something is in the way').waitFor({ state: 'detached' });
  await hands.write(dialog.getByLabel('Reason (optional)'), 'Ada went on');
  await hands.press(dialog.getByRole('button', { name: 'Apply now' }));
  await Promise.all([
    seen('Opening', '11:30–13:42'), seen('Tides', '13:42–14:25'), seen('Keynote', '14:25–15:10'), seen('Fjords', '13:42–14:27'), seen('Panel', '14:27–15:12'), seen('Sent home', '15:30–16:15'),
  ]);

  // and is taken back as one
  const log = page.getByRole('region', { name: 'Changes since the last release' });
  await log.getByText('Ada went on').waitFor();
  await hands.press(log.getByRole('button', { name: /^Take back/ }));
  await Promise.all([seen('Opening', '11:30–13:30'), seen('Tides', '13:30–14:15'), seen('Fjords', '13:30–14:15'), seen('Panel', '14:15–15:00')]);
  expect(await slots()).toEqual(before);
  expect([...board.visitor.complaints, ...audience.complaints]).toEqual([]);
  await audience.close();
  await board.close();
});
