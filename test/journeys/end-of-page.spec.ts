import type { Page } from 'playwright-core';
import { DEMO_SLUG, seedDemo } from '../../src/demo/seed-demo.js';
import { aHouse, type House } from '../support/a-house.js';
import { aVisitor, type Visitor } from '../support/a-visitor.js';
import { anAdministrator } from '../support/an-administrator.js';

const HOUR = 3_600_000;
/** The demo is laid out around a moment: what its list ends with, and how high it is, differs by it. */
const HOURS_FROM_NOW = [0, 5, 11, 17];
const slugOf = (hours: number): string => `${DEMO_SLUG}-${hours}`;

let house: House<void>;
let visitor: Visitor;

beforeAll(async () => {
  house = await aHouse(async (source) => {
    for (const hours of HOURS_FROM_NOW) {
      await seedDemo(source, new Date(Date.now() + hours * HOUR));
      await source.query('UPDATE conference SET slug = $1 WHERE slug = $2', [slugOf(hours), DEMO_SLUG]);
    }
  });
  visitor = await aVisitor(house.browser, house.url, { width: 390, height: 844, touch: true });
});

afterAll(async () => {
  await visitor.close();
  await house.close();
});

it.each(HOURS_FROM_NOW)('leaves nothing of the last session covered at the end of the agenda, laid out %s hours from now', async (hours) => {
  const page = await visitor.open(`/${slugOf(hours)}/agenda`);
  await goToEnd(page);
  expect(await coveredInLastRow(page)).toEqual([]);
  expect(await hitHeightOfLastTitle(page)).toBeGreaterThanOrEqual(44);
});

it('stands the notice of changes below the last session there, not on it', async () => {
  const slug = slugOf(HOURS_FROM_NOW[0]!);
  const page = await visitor.open(`/${slug}/agenda`);
  const administrator = anAdministrator(house, slug);
  const { sessions } = await administrator.agenda();
  const [first] = Object.values(sessions).filter((session) => session.status === 'scheduled').sort((a, b) => a.startsAt.localeCompare(b.startsAt));
  await goToEnd(page);
  await administrator.change({ change: 'cancel', sessionId: first!.id, reason: 'The hall is flooded.' });
  await page.getByTestId('unseen').waitFor();
  await goToEnd(page);
  expect(await coveredInLastRow(page)).toEqual([]);
});

/** Scrolls on until nothing grows any more, from one frame to the next: the heights of rows are known once they are drawn. */
async function goToEnd(page: Page): Promise<void> {
  const total = Number(/\d+/.exec(await page.getByRole('status').filter({ hasText: /^\d+ sessions$/ }).innerText())![0]);
  expect(total).toBeGreaterThan(100);
  await page.waitForFunction(() => {
    const { scrollHeight } = document.documentElement;
    const held = window as unknown as { heightBefore?: number };
    const there = scrollY + innerHeight >= scrollHeight - 1 && held.heightBefore === scrollHeight;
    held.heightBefore = scrollHeight;
    scrollTo(0, scrollHeight);
    const list = document.querySelector('main article')?.closest<HTMLElement>('[style*="block-size"]');
    const last = [...document.querySelectorAll('main article')].at(-1);
    return there && list != null && last != null && list.getBoundingClientRect().bottom - last.getBoundingClientRect().bottom < 16;
  });
}

/** What of the links and buttons in the last row something else lies upon, sampled in their middle and at the middle of each side. */
async function coveredInLastRow(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const targets = [...[...document.querySelectorAll('main article')].at(-1)!.querySelectorAll('a, button')];
    return targets.flatMap((target) => {
      const { left, right, top, bottom } = target.getBoundingClientRect();
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      const points = [[x, y], [left + 2, y], [right - 2, y], [x, top + 2], [x, bottom - 2]] as const;
      return points.flatMap((point) => {
        const hit = document.elementFromPoint(...point);
        return hit !== null && target.contains(hit) ? [] : [`${target.textContent || target.ariaLabel} at ${point.join(', ')}: ${hit?.outerHTML.slice(0, 80) ?? 'out of view'}`];
      });
    });
  });
}

/** Pixels in a column through the title's middle that open the last session when pressed. */
async function hitHeightOfLastTitle(page: Page): Promise<number> {
  return await page.evaluate(() => {
    const link = [...document.querySelectorAll('main article')].at(-1)!.querySelector('a')!;
    const { left, width, top, bottom } = link.getBoundingClientRect();
    let pixels = 0;
    for (let y = top - 200; y < bottom + 200; y += 1) if (document.elementFromPoint(left + width / 2, y)?.closest('a') === link) pixels += 1;
    return pixels;
  });
}
