import { aConference, type BuiltConference } from '../support/a-conference.js';
import { aHouse, type House } from '../support/a-house.js';
import { aVisitor, type Visitor } from '../support/a-visitor.js';
import { anAdministrator } from '../support/an-administrator.js';
import { keptOnDevice } from '../support/kept-on-device.js';

let house: House<Record<'removed' | 'withdrawn', BuiltConference>>;
let visitor: Visitor;

beforeAll(async () => {
  const held = (slug: string) => aConference(slug).withCity('Lyon', 'Europe/Paris').withRoom('Studio').withSession('Radio at night', { room: 'Studio', startsAt: '2026-11-24T20:00:00Z' });
  house = await aHouse(async (source) => ({ removed: await held('removed').build(source), withdrawn: await held('withdrawn').build(source) }));
  visitor = await aVisitor(house.browser, house.url);
});

afterAll(async () => {
  await visitor.close();
  await house.close();
});

it.each([
  ['removed', 'DELETE', '?confirm=removed', undefined],
  ['withdrawn', 'PATCH', '', { status: 'draft' }],
] as const)('an open page says that its conference is there no more when it was %s, and this device forgets it', async (slug, method, path, body) => {
  const page = await visitor.open(`/${slug}/agenda`);
  await page.getByRole('article', { name: 'Radio at night' }).waitFor();
  await keptOnDevice(page, slug);
  await page.evaluate(() => Object.assign(window, { notReloaded: true }));
  await anAdministrator(house, slug).ask(method, path, body);
  await page.getByRole('heading', { level: 1, name: 'There is no such conference' }).waitFor();
  expect(await page.getByText('Radio at night').count()).toBe(0);
  expect(await page.evaluate(() => 'notReloaded' in window)).toBe(true);

  // nothing of it is shown from memory either
  await house.kill('SIGKILL');
  const again = await visitor.open(`/${slug}/agenda`, 'there');
  await again.getByRole('heading', { level: 1, name: 'The agenda could not be read' }).waitFor();
  await house.restart();
});
