// what runs inside a page is written here as well
/// <reference lib="dom" />
import type { Browser, BrowserContext, Page } from 'playwright-core';

export interface Device {
  /** What the browser says that its reader prefers, as a tag: `fa-IR`. */
  language?: string;
  /** IANA name of the clock. */
  zone?: string;
  theme?: 'light' | 'dark';
  /** Pixels. */
  width?: number;
  height?: number;
  /** Pressed by a finger. */
  touch?: boolean;
  /** What the browser kept of an earlier visit, by the keys of its local storage. */
  kept?: Readonly<Record<string, string>>;
}

/** A person with a browser of their own: nothing kept yet, nothing shared with others. */
export interface Visitor {
  context: BrowserContext;
  /** What their browser complained of: errors on the console, refusals of the page's policy, exceptions that nobody caught. */
  complaints: string[];
  /** A new tab on that path, once it follows the agenda, or where there is none to follow, once its heading is there. */
  open: (path: string, until?: 'live' | 'there') => Promise<Page>;
  close: () => Promise<void>;
}

/** @param url of the server, without a path */
export async function aVisitor(browser: Browser, url: string, device: Device = {}): Promise<Visitor> {
  const { language = 'en-GB', zone = 'Europe/Paris', theme = 'light', width = 1440, height = 900, touch = false, kept = {} } = device;
  const context = await browser.newContext({
    baseURL: url,
    locale: language,
    timezoneId: zone,
    colorScheme: theme,
    // what slides is where it ends: looked at and pressed at once
    reducedMotion: 'reduce',
    viewport: { width, height },
    hasTouch: touch,
    storageState: { cookies: [], origins: [{ origin: url, localStorage: Object.entries(kept).map(([name, value]) => ({ name, value })) }] },
  });
  // a window in the background: what is said in passing stays until somebody closes it, however late a spec comes to it
  await context.addInitScript(() => {
    document.hasFocus = () => false;
  });
  const complaints: string[] = [];
  // a refusal of the policy is an error on the console too
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => complaints.push(error.error().stack ?? String(error.error())));
  return {
    context,
    complaints,
    open: async (path, until = 'live') => {
      const page = await context.newPage();
      await page.goto(path);
      await page.locator('h1').first().waitFor({ state: 'attached' });
      if (until === 'live') await follows(page);
      return page;
    },
    close: async () => await context.close(),
  };
}

/** Waits until the page says that it holds every change. */
export async function follows(page: Page): Promise<void> {
  await page.locator('[data-testid="connection"][data-state="live"]').waitFor();
}

/** A zone in which it is about noon at `now`, so that what is on now and what comes is on one day. */
export function aZoneAtNoon(now: number): string {
  const ahead = 12 - new Date(now).getUTCHours();
  // the names of these zones count the other way round
  return ahead === 0 ? 'Etc/GMT' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}
