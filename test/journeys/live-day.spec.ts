import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { aConference, type BuiltConference } from '../support/a-conference.js';
import { aPersonIn, type Person } from '../support/a-person.js';
import { aVisitor, aZoneAtNoon, type Visitor } from '../support/a-visitor.js';
import { aBrowser } from '../support/browser.js';
import { knownSealingKeys } from '../support/known-sealing-keys.js';
import { aServer, type RunningServer } from '../support/running-server.js';
import { aDatabase, type TestDatabase } from '../support/test-database.js';

const MINUTE = 60_000;
const NOW = Math.floor(Date.now() / (5 * MINUTE)) * 5 * MINUTE;
const ZONE = aZoneAtNoon(NOW);
const at = (minutes: number): string => new Date(NOW + minutes * MINUTE).toISOString();
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: ZONE });
const time = (minutes: number): string => clock.format(NOW + minutes * MINUTE);

let database: TestDatabase;
let server: RunningServer;
let browser: Browser;
let organizer: Person;
let held: BuiltConference;
let visitor: Visitor;
let crew: Page;
let reader: Page;

beforeAll(async () => {
  const keys = knownSealingKeys();
  database = await aDatabase();
  held = await aConference('tides').inZone(ZONE)
    .withCity('Lyon', ZONE).withRoom('Hall').withRoom('Stage')
    .withCity('Oslo', ZONE).withRoom('Loft')
    .withSession('Opening', { room: 'Hall', startsAt: at(-30), minutes: 75, speakers: ['Mina Rahimi'] })
    .withSession('Tides', { room: 'Hall', startsAt: at(45), minutes: 40 })
    .withSession('Keynote', { room: 'Hall', startsAt: at(95), minutes: 45 })
    .withSession('Reefs', { room: 'Loft', startsAt: at(45), minutes: 30, speakers: ['Mina Rahimi'] })
    .withSession('Panel', { room: 'Loft', startsAt: at(75), minutes: 30 })
    .build(database.source);
  // she speaks to both cities from home; the keynote is fixed
  await database.source.query(`UPDATE appearance SET mode = 'remote' WHERE conference_id = $1`, [held.id]);
  await database.source.query(`UPDATE slot SET anchor = 'fixed' WHERE session_id = $1`, [held.sessions['Keynote']]);
  organizer = await aPersonIn(database.source, keys.sealing, [{ role: 'organizer', conferenceId: held.id }]);
  [server, browser] = await Promise.all([aServer({ database, environment: keys.environment }), aBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await server.close();
  await database.drop();
});

beforeEach(async () => {
  visitor = await aVisitor(browser, server.url, { zone: ZONE });
  const [name, value] = organizer.cookie.split('=') as [string, string];
  await visitor.context.addCookies([{ name, value, url: server.url }]);
  reader = await visitor.open('/tides/agenda');
  await reader.evaluate(() => Object.assign(window, { notReloaded: true }));
  crew = await visitor.open('/tides/organize/live', 'there');
});

afterEach(async () => {
  expect(await reader.evaluate(() => 'notReloaded' in window)).toBe(true);
  expect(visitor.complaints).toEqual([]);
  await visitor.close();
});

const dialog = () => crew.getByRole('dialog');
const moveOf = (title: string) => dialog().getByRole('listitem').filter({ hasText: title });
const seenAt = async (title: string, from: number, to: number): Promise<void> => {
  await reader.getByRole('article', { name: title }).getByText(`${time(from)}–${time(to)}`).waitFor();
};
const slots = async (): Promise<unknown> => await database.source.query(`SELECT * FROM slot WHERE conference_id = $1 ORDER BY session_id, plan`, [held.id]);
const revision = async (): Promise<string> => {
  const [row] = await database.source.query<[{ revision: string }]>(`SELECT revision FROM conference WHERE id = $1`, [held.id]);
  return row.revision;
};

it('a session ends 12 minutes late: it ripples over two cities around a fixed anchor, reaches the audience, and is taken back', async () => {
  const before = await slots();
  await crew.getByRole('button', { name: 'Ends late: Opening' }).click();
  await dialog().getByRole('button', { name: '12 mins' }).click();

  // both cities, before and after; the keynote stays, and is in the way
  await dialog().getByText(/Keynote.* is fixed at its time and would be 2 mins off/).waitFor();
  await moveOf('Reefs').getByText(`${time(57)}–${time(87)}`).waitFor();
  await moveOf('Reefs').getByText(/Mina Rahimi.* is in .*Opening.* before/).waitFor();
  expect(await dialog().getByRole('button', { name: 'Apply now' }).isDisabled()).toBe(true);
  // nobody else sees any of it
  expect(await slots()).toEqual(before);

  await dialog().getByRole('button', { name: /shorten .*Tides.* by 2 mins/i }).click();
  await dialog().getByText('Something is in the way').waitFor({ state: 'detached' });
  await dialog().getByLabel('Reason (optional)').fill('The speaker went on');
  await Promise.all([
    dialog().getByRole('button', { name: 'Apply now' }).click(),
    seenAt('Opening', -30, 57), seenAt('Tides', 57, 95), seenAt('Keynote', 95, 140), seenAt('Reefs', 57, 87), seenAt('Panel', 87, 117),
  ]);
  expect(await revision()).toBe('1');

  const log = crew.getByRole('region', { name: 'Changes since the last release' });
  await log.getByText('The speaker went on').waitFor();
  await Promise.all([
    log.getByRole('button', { name: /^Take back/ }).click(),
    seenAt('Opening', -30, 45), seenAt('Tides', 45, 85), seenAt('Reefs', 45, 75), seenAt('Panel', 75, 105),
  ]);
  expect(await revision()).toBe('2');
  expect(await slots()).toEqual(before);
});

it('the same by the keyboard alone, and undone from what is said about it', async () => {
  const before = await slots();
  await crew.getByRole('button', { name: 'Ends late: Opening' }).focus();
  await crew.keyboard.press('Enter');
  // the focus is on the first number of minutes
  await dialog().getByRole('button', { name: '5 mins', exact: true }).and(crew.locator(':focus')).waitFor();
  await crew.keyboard.press('Enter');
  await moveOf('Panel').waitFor();
  const apply = dialog().getByRole('button', { name: 'Apply now' });
  await tabTo(apply);
  await crew.keyboard.press('Enter');
  await seenAt('Panel', 80, 110);
  const undo = crew.getByRole('status').getByRole('button', { name: 'Undo' });
  await undo.focus();
  await crew.keyboard.press('Enter');
  await seenAt('Panel', 75, 105);
  expect(await slots()).toEqual(before);
});

it('what follows is edited by hand, judged anew, applied as one revision and taken back', async () => {
  const before = await slots();
  await crew.getByRole('button', { name: 'Ends late: Opening' }).focus();
  await crew.keyboard.press('Enter');
  await dialog().getByRole('button', { name: '5 mins', exact: true }).and(crew.locator(':focus')).waitFor();
  await crew.keyboard.press('Enter');
  await moveOf('Panel').getByText(`${time(80)}–${time(110)}`).waitFor();
  const edit = moveOf('Panel').getByRole('button', { name: /^Change the start/ });
  await tabTo(edit);
  await crew.keyboard.press('Enter');
  const minutes = moveOf('Panel').getByRole('spinbutton', { name: /^minute/ });
  const typeStart = async (after: number): Promise<void> => {
    const [hour, minute] = time(after).split(':') as [string, string];
    await tabTo(moveOf('Panel').getByRole('spinbutton', { name: /^hour/ }), 'Shift+Tab');
    await crew.keyboard.type(hour);
    await minutes.and(crew.locator(':focus')).waitFor();
    await crew.keyboard.type(minute);
  };
  const apply = dialog().getByRole('button', { name: 'Apply now' });
  // into the one before it: told at once, and not to be applied
  await typeStart(70);
  await dialog().getByText(/Panel.* lacks 10 mins in its room/).waitFor();
  expect(await apply.isDisabled()).toBe(true);
  await typeStart(90);
  await dialog().getByText('Something is in the way').waitFor({ state: 'detached' });
  await moveOf('Panel').getByText(`${time(90)}–${time(120)}`).waitFor();
  const number = Number(await revision());
  await tabTo(apply);
  await crew.keyboard.press('Enter');
  await Promise.all([seenAt('Opening', -30, 50), seenAt('Reefs', 50, 80), seenAt('Panel', 90, 120)]);
  expect(Number(await revision())).toBe(number + 1);
  await tabTo(crew.getByRole('status').getByRole('button', { name: 'Undo' }));
  await crew.keyboard.press('Enter');
  await Promise.all([seenAt('Opening', -30, 45), seenAt('Reefs', 45, 75), seenAt('Panel', 75, 105)]);
  expect(await slots()).toEqual(before);
});

it('a rehearsal does all of it on a copy, and leaves no trace', async () => {
  const [before, number] = [await slots(), await revision()];
  const sent: string[] = [];
  crew.on('request', (request) => {
    if (request.method() !== 'GET') sent.push(`${request.method()} ${new URL(request.url()).pathname}`);
  });
  await crew.getByRole('button', { name: 'Rehearse' }).click();
  await crew.getByText('This is a copy of the day. Nobody else sees it, and nothing is sent.').waitFor();
  await crew.getByRole('button', { name: 'Ends late: Opening' }).click();
  await dialog().getByRole('button', { name: '10 mins' }).click();
  await dialog().getByRole('button', { name: 'Apply in the rehearsal' }).click();
  await crew.getByRole('article', { name: 'Loft' }).getByText(`${time(55)}–${time(85)}`).waitFor();
  await crew.getByRole('button', { name: 'Change…: Reefs' }).click();
  await dialog().getByRole('radio', { name: 'Cancel' }).click();
  await dialog().getByRole('button', { name: 'Apply in the rehearsal' }).click();
  await crew.getByRole('article', { name: 'Loft' }).getByText('Cancelled').first().waitFor();
  await crew.getByRole('button', { name: 'Take back: Reefs' }).click();
  await crew.getByRole('article', { name: 'Loft' }).getByText('Cancelled').waitFor({ state: 'detached' });

  expect(sent).toEqual([]);
  expect([await slots(), await revision()]).toEqual([before, number]);
  await crew.getByRole('button', { name: 'Leave and discard' }).click();
  await crew.getByRole('article', { name: 'Loft' }).getByText(`${time(45)}–${time(75)}`).waitFor();
  await seenAt('Reefs', 45, 75);
});

it('nothing serious stands in the way of anybody, on the page or in what opens over it', async () => {
  await crew.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  const found = async (): Promise<string[]> => await crew.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ['violations'] });
    return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
  expect(await found()).toEqual([]);
  await crew.getByRole('button', { name: 'Ends late: Opening' }).click();
  await dialog().getByRole('button', { name: '12 mins' }).click();
  await moveOf('Panel').waitFor();
  expect(await found()).toEqual([]);
  await dialog().getByRole('radio', { name: 'Other room' }).click();
  await dialog().getByText('Rooms, the best first').waitFor();
  expect(await found()).toEqual([]);
});

async function tabTo(target: ReturnType<Page['getByRole']>, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let press = 0; press < 80; press += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await crew.keyboard.press(key);
  }
  throw new Error('not reached by Tab');
}
