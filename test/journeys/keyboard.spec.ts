import type { Page } from 'playwright-core';
import { aConference, type BuiltConference } from '../support/a-conference.js';
import { aHouse, type House } from '../support/a-house.js';
import { aVisitor, aZoneAtNoon } from '../support/a-visitor.js';

const MINUTE = 60_000;
const NOW = Math.floor(Date.now() / (5 * MINUTE)) * 5 * MINUTE;
const ZONE = aZoneAtNoon(NOW);
const at = (minutes: number): string => new Date(NOW + minutes * MINUTE).toISOString();

let house: House<BuiltConference>;

beforeAll(async () => {
  house = await aHouse(async (source) =>
    await aConference('by-hand').inZone(ZONE)
      .withCity('Lyon').withRoom('Amphitheatre').withRoom('Studio')
      .withCity('Perth').withRoom('Veranda')
      .withSession('First', { room: 'Amphitheatre', startsAt: at(-20), minutes: 60 })
      .withSession('Second', { room: 'Amphitheatre', startsAt: at(60) })
      .withSession('Beside', { room: 'Studio', startsAt: at(-15) })
      .withSession('Far away', { room: 'Veranda', startsAt: at(60) })
      .build(source),
  );
});

afterAll(async () => await house.close());

/** What a screen reader would say of where the focus is, as far as the element itself says it. */
const focused = async (page: Page): Promise<string> => await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');

/** Presses Tab until the focus is on a link or button with that text; fails where it goes round without meeting it. */
async function tabTo(page: Page, text: string): Promise<void> {
  const met: string[] = [];
  while (met.length < 60) {
    await page.keyboard.press('Tab');
    const here = await focused(page);
    if (here.includes(text)) return;
    met.push(here.slice(0, 40));
  }
  throw new Error(`Tab never came to “${text}”, but to: ${met.join(' | ')}`);
}

/** Focus that is not seen is no focus. */
async function focusIsSeen(page: Page): Promise<void> {
  const { outline, shown } = await page.evaluate(() => {
    const element = document.activeElement!;
    const box = element.getBoundingClientRect();
    return { outline: getComputedStyle(element).outlineStyle, shown: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth };
  });
  expect({ outline, shown }).toEqual({ outline: expect.not.stringMatching(/^none$/), shown: true });
}

it('skips to the content, reaches a session in the list and opens it', async () => {
  const visitor = await aVisitor(house.browser, house.url, { zone: ZONE });
  const page = await visitor.open('/by-hand/agenda');
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('Skip to the content');
  await focusIsSeen(page);
  await page.keyboard.press('Enter');
  await page.locator('main:focus').waitFor();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.querySelector('main')?.contains(document.activeElement))).toBe(true);

  await tabTo(page, 'Second');
  await focusIsSeen(page);
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/by-hand/sessions/${house.holds.sessions['Second']}`);
  // the new page is read out from its heading on
  await page.locator('h1:focus').filter({ hasText: 'Second' }).waitFor();
  await page.goBack();
  await page.getByRole('article', { name: 'Second' }).waitFor();
  await visitor.close();
});

it.each([
  { language: 'en-GB', later: 'ArrowRight', earlier: 'ArrowLeft' },
  // time runs from right to left there
  { language: 'fa-IR', later: 'ArrowLeft', earlier: 'ArrowRight' },
])('moves about the timeline in $language', async ({ language, later, earlier }) => {
  const visitor = await aVisitor(house.browser, house.url, { zone: ZONE, language });
  const page = await visitor.open('/by-hand/grid');
  await tabTo(page, 'First');
  const press = async (key: string, title: string): Promise<void> => {
    await page.keyboard.press(key);
    await page.locator('a:focus').filter({ hasText: title }).waitFor();
    await focusIsSeen(page);
  };
  await press(later, 'Second');
  await press(earlier, 'First');
  await press('ArrowDown', 'Beside');
  await press('ArrowDown', 'Far away');
  await press('ArrowUp', 'Beside');
  await press('ArrowUp', 'First');
  await press('End', 'Second');
  await press('Home', 'First');
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/by-hand/sessions/${house.holds.sessions['First']}`);
  await page.locator('h1:focus').filter({ hasText: 'First' }).waitFor();
  expect(visitor.complaints).toEqual([]);
  await visitor.close();
});

it('changes the language without a pointer, and the focus comes back', async () => {
  const visitor = await aVisitor(house.browser, house.url, { zone: ZONE });
  const page = await visitor.open('/by-hand/agenda');
  await page.getByRole('button', { name: 'Language' }).first().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitemradio', { name: 'English' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('html[dir="rtl"]').waitFor();
  await page.getByRole('menu').waitFor({ state: 'detached' });
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-haspopup'))).toBe('menu');
  await visitor.close();
});
