import type { Page } from 'playwright-core';
import type { SessionDetails } from '../../src/contract/agenda-requests.js';
import type { SessionId } from '../../src/contract/ids.js';
import { aConference, type BuiltConference } from '../support/a-conference.js';
import { aHouse, type House } from '../support/a-house.js';
import { aVisitor, aZoneAtNoon, follows, type Visitor } from '../support/a-visitor.js';
import { anAdministrator, type Administrator } from '../support/an-administrator.js';
import { keptOnDevice } from '../support/kept-on-device.js';
import { listedOn, toBeListed } from '../support/listed-sessions.js';

const MINUTE = 60_000;
const NOW = Math.floor(Date.now() / (5 * MINUTE)) * 5 * MINUTE;
const ZONE = aZoneAtNoon(NOW);
const at = (minutes: number): string => new Date(NOW + minutes * MINUTE).toISOString();

let house: House<BuiltConference>;
let administrator: Administrator;
let visitor: Visitor;

beforeAll(async () => {
  house = await aHouse(async (source) =>
    await aConference('reefs').inZone(ZONE)
      .withCity('Perth', 'Australia/Perth').withRoom('Long hall').withRoom('Veranda')
      .withCity('Lyon', 'Europe/Paris').withRoom('Studio')
      .withSession('Delayed again', { room: 'Long hall', startsAt: at(-60), speakers: ['Amina Wolff', 'Bo Lind'] })
      .withSession('To and fro', { room: 'Long hall', startsAt: at(30), speakers: ['Chandra Osei'] })
      .withSession('Ever longer', { room: 'Studio', startsAt: at(-60) })
      .withSession('On and off', { room: 'Studio', startsAt: at(60), speakers: ['Amina Wolff'] })
      .withSession('This', { room: 'Long hall', startsAt: at(120) })
      .withSession('That', { room: 'Studio', startsAt: at(150) })
      .withSession('Title to come', { room: 'Long hall', startsAt: at(180) })
      .withSession('Who knows who', { room: 'Veranda', startsAt: at(180), speakers: ['Bo Lind'] })
      .build(source),
  );
  administrator = anAdministrator(house, house.holds.slug);
});

afterAll(async () => await house.close());

beforeEach(async () => {
  visitor = await aVisitor(house.browser, house.url, { zone: ZONE, height: 4_000 });
});

afterEach(async () => await visitor.close());

it('says since when it is offline, and catches up with 50 revisions exactly', async () => {
  const { sessions } = house.holds;
  const page = await visitor.open('/reefs/agenda');
  const ofOne = await visitor.open(`/reefs/sessions/${sessions['Title to come']}`);
  for (const each of [page, ofOne]) await each.evaluate(() => Object.assign(window, { notReloaded: true }));
  const before = await administrator.agenda();
  expect(await listedOn(page, before)).toEqual(toBeListed(before, ZONE));

  const connected = Date.now();
  await visitor.context.setOffline(true);
  const since = await offlineSince(page);
  // the last sign of life may be as old as the pause between two of them
  expect(minutesBetween(connected - MINUTE, Date.now()).map((time) => `Offline since ${time}.`)).toContain(since);

  for (const round of [1, 2, 3, 4, 5]) await tenRevisions(round);
  // what is served follows the log: the last write's answer may be a moment ahead of it
  let after = await administrator.agenda();
  while (after.revision < before.revision + 50) after = await administrator.agenda();
  expect(after.revision - before.revision).toBe(50);
  // nothing reached it, and it still says so
  expect(await listedOn(page, before)).toEqual(toBeListed(before, ZONE));
  expect(await offlineSince(page)).toBe(since);

  await visitor.context.setOffline(false);
  await Promise.all([follows(page), follows(ofOne)]);
  await page.getByRole('article', { name: 'Title to come, version 5' }).waitFor();
  expect(await listedOn(page, after)).toEqual(toBeListed(after, ZONE));
  await page.getByText(/Offline since/).first().waitFor({ state: 'detached' });
  await ofOne.getByRole('heading', { level: 1, name: 'Title to come, version 5' }).waitFor();
  await ofOne.getByText('Described in round 5.').waitFor();
  for (const each of [page, ofOne]) expect(await each.evaluate(() => 'notReloaded' in window)).toBe(true);

  // and it goes on from there
  await administrator.edit(sessions['This']!, { title: 'This, once more' });
  await page.getByRole('article', { name: 'This, once more' }).waitFor();
});

it('opens without the server after one visit, and is live again when the server is back', async () => {
  const { sessions } = house.holds;
  const first = await visitor.open('/reefs/agenda');
  await keptOnDevice(first, 'reefs');
  await first.close();
  const kept = await administrator.agenda();
  await administrator.edit(sessions['That']!, { description: 'Kept as it was.' });

  await house.kill('SIGKILL');
  const page = await visitor.open('/reefs/agenda', 'there');
  await page.getByRole('article').first().waitFor();
  expect(await listedOn(page, kept)).toEqual(toBeListed(kept, ZONE));
  expect(await offlineSince(page)).toMatch(/^Offline since \d\d:\d\d\.$/);
  await page.evaluate(() => Object.assign(window, { notReloaded: true }));

  // a page that was never opened before
  const session = await visitor.open(`/reefs/sessions/${sessions['Title to come']}`, 'there');
  await session.getByRole('heading', { level: 1, name: kept.sessions[sessions['Title to come']!]!.title }).waitFor();
  await session.getByText('Described in round 5.').waitFor();
  await offlineSince(session);

  await house.restart();
  await administrator.edit(sessions['That']!, { title: 'That is back' });
  await Promise.all([follows(page), follows(session)]);
  await page.getByRole('article', { name: 'That is back' }).waitFor();
  const now = await administrator.agenda();
  expect(await listedOn(page, now)).toEqual(toBeListed(now, ZONE));
  expect(await page.evaluate(() => 'notReloaded' in window)).toBe(true);
});

/** Ten revisions of all kinds: eight live changes, and two releases with a room's name, a session added and one withdrawn. */
async function tenRevisions(round: number): Promise<void> {
  const { sessions, rooms, speakers } = house.holds;
  const id = (title: string): SessionId => sessions[title]!;
  const reason = `round ${round}`;
  await administrator.change({ change: 'delay', sessionId: id('Delayed again'), minutes: 5, reason });
  await administrator.change({ change: 'move', sessionId: id('To and fro'), roomId: rooms[round % 2 === 0 ? 'Long hall' : 'Veranda']!, startsAt: at(30 + round), reason });
  await administrator.change({ change: 'extend', sessionId: id('Ever longer'), minutes: 5, reason });
  await administrator.change({ change: 'swap', sessionId: id('This'), withSessionId: id('That'), reason });
  // the last round leaves it cancelled
  await administrator.change({ change: 'cancel', sessionId: id('On and off'), reason });
  if (round < 5) await administrator.change({ change: 'reinstate', sessionId: id('On and off'), reason });
  else await administrator.change({ change: 'delay', sessionId: id('Who knows who'), minutes: 10, reason });
  await administrator.edit(id('Title to come'), { title: `Title to come, version ${round}`, description: `Described in round ${round}.` });
  const people = Object.values(speakers).filter((_, n) => n !== round % 3);
  await administrator.edit(id('Who knows who'), { appearances: people.map((speakerId) => ({ speakerId, role: 'speaker', mode: 'on-site' })) });

  await administrator.ask('PATCH', `/rooms/${rooms['Veranda']}`, { name: `Veranda ${round}` });
  await administrator.release();
  const added = await administrator.ask<SessionDetails>('POST', '/sessions', { title: `Late addition ${round}` });
  await administrator.ask('PUT', `/sessions/${added.id}/slot`, { roomId: rooms['Veranda']!, startsAt: at(240 + round * 30), endsAt: at(260 + round * 30) });
  if (round > 1) await administrator.ask('DELETE', `/sessions/${id(`Late addition ${round - 1}`)}/slot`);
  sessions[added.title] = added.id;
  await administrator.release();
}

/** What the page says of how old it is. */
async function offlineSince(page: Page): Promise<string> {
  return await page.getByRole('status').locator('strong').filter({ hasText: 'Offline since' }).innerText();
}

/** All that a clock shows between two instants. */
function minutesBetween(from: number, to: number): string[] {
  const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: ZONE });
  const times: string[] = [];
  for (let instant = from; instant < to + MINUTE; instant += MINUTE) times.push(clock.format(Math.min(instant, to)));
  return times;
}
