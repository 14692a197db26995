// what runs inside a page is written here as well
/// <reference lib="dom" />
import type { Locator, Page } from 'playwright-core';

/** How somebody works a page: with a mouse, or with the keyboard alone. */
export interface Hands {
  /** A button, a link, a choice. */
  press: (target: Locator) => Promise<void>;
  write: (field: Locator, text: string) => Promise<void>;
  /** An option of a native select that is closed, by its label from the beginning on. */
  choose: (select: Locator, label: string) => Promise<void>;
}

export const byPointer = (): Hands => ({
  press: async (target) => await target.click(),
  write: async (field, text) => await field.fill(text),
  choose: async (select, label) => {
    const value = await select.locator('option').filter({ hasText: new RegExp(`^${label}`) }).getAttribute('value');
    await select.selectOption(value);
  },
});

/** Nothing is focused from outside: where Tab and the arrows do not lead, the hands do not come. */
export const byKeys = (page: Page): Hands => ({
  press: async (target) => {
    await tabTo(page, target);
    await page.keyboard.press('Enter');
  },
  write: async (field, text) => {
    await tabTo(page, field);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(text);
  },
  choose: async (select, label) => {
    const options = select.locator('option');
    // what there is to choose from may be on its way
    await options.filter({ hasText: label }).first().waitFor({ state: 'attached' });
    const labels = await options.allTextContents();
    const wanted = labels.findIndex((one) => one.startsWith(label));
    if (wanted < 0) throw new Error(`“${label}” begins none of: ${labels.join(' | ')}`);
    await tabTo(page, select);
    // by the arrows: of a label that is typed, letters that are a second late begin another search
    const stands = async (at: number): Promise<void> => void (await page.waitForFunction(([held, index]) => (held as HTMLSelectElement).selectedIndex === index, [await select.elementHandle(), at] as const));
    await page.keyboard.press('Home');
    await stands(0);
    for (let at = 1; at <= wanted; at += 1) {
      await page.keyboard.press('ArrowDown');
      await stands(at);
    }
  },
});

/** Escape, pressed once what it is to close has the focus and hears it: a dialog is there a moment before. */
export async function escape(page: Page, dialog: Locator = page.getByRole('dialog')): Promise<void> {
  await dialog.and(page.locator(':focus-within')).waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
}

const MOST_TABS = 150;
const MOST_UP = 5;

/** Presses Tab until the focus is there. @throws where it goes round without coming there, naming what it met */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  const met: string[] = [];
  await target.waitFor();
  while (met.length < MOST_TABS) {
    if (await isFocused(target)) return;
    await page.keyboard.press('Tab');
    met.push(await page.evaluate(() => (document.activeElement?.ariaLabel ?? document.activeElement?.textContent ?? '').trim().slice(0, 30)));
  }
  throw new Error(`Tab never came to ${target.toString()}, but to: ${[...new Set(met)].join(' | ')}`);
}

/** Comes to an item of what has one Tab stop for all its items: Tab to the stop, and the arrows from there, up and then down. */
export async function arrowTo(page: Page, target: Locator, within: Locator): Promise<void> {
  await target.waitFor();
  await tabTo(page, within.locator('[data-session] button[tabindex="0"]'));
  for (let press = 0; press < 3 * MOST_UP; press += 1) {
    if (await isFocused(target)) return;
    await page.keyboard.press(press < MOST_UP ? 'ArrowUp' : 'ArrowDown');
  }
  throw new Error(`the arrows never came to ${target.toString()}`);
}

/** At once: what is out of view may not be drawn, and is not waited for. */
async function isFocused(target: Locator): Promise<boolean> {
  const [element] = await target.elementHandles();
  return element !== undefined && await element.evaluate((it) => it === document.activeElement);
}
