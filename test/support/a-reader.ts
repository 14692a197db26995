// what runs inside a page is written here as well
/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { follows, type Visitor } from './a-visitor.js';

/**
 * A visitor who goes from screen to screen in one tab, as by a link: the client's program begins once, which takes longer
 * than most screens do.
 */
export class Reader {
  private page: Page | undefined;

  constructor(readonly visitor: Visitor) {}

  /** The tab, once it shows what is at that path, and nothing of the screen before. `until` as of a visitor's `open`. */
  async turnTo(path: string, until: 'live' | 'there'): Promise<Page> {
    if (this.page === undefined || this.page.isClosed()) return (this.page = await this.visitor.open(path, until));
    const { page } = this;
    const { pathname, search } = new URL(page.url());
    if (pathname + search === path) return page;
    // a screen that is on its way leaves the one before in place: its heading goes last
    await page.evaluate((to) => {
      for (const heading of document.querySelectorAll('h1')) heading.toggleAttribute('data-left', true);
      history.pushState(null, '', to);
      dispatchEvent(new PopStateEvent('popstate', { state: null }));
    }, path);
    await page.locator('h1:not([data-left])').first().waitFor({ state: 'attached' });
    await page.locator('h1[data-left]').first().waitFor({ state: 'detached' });
    if (until === 'live') await follows(page);
    return page;
  }

  /** The next screen is opened in a new tab. */
  async shut(): Promise<void> {
    await this.page?.close();
    this.page = undefined;
  }
}
