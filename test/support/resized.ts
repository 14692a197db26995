// what runs inside a page is written here as well
/// <reference lib="dom" />
import type { Page } from 'playwright-core';

/**
 * Gives the page another size, CSS pixels, and resolves once its programs have heard of it: what is drawn or not by a media query is so a frame after the
 * style sheets, and what is measured before is the layout of one width in the other.
 */
export async function resized(page: Page, size: { width: number; height: number }): Promise<void> {
  await page.setViewportSize(size);
  await page.waitForFunction((width) => innerWidth === width, size.width);
  // queries are asked anew at the beginning of a frame, before these are called; the first may be of a frame that had begun
  await page.evaluate(async () => await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}
