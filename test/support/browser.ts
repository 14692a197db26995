// what runs inside a page is written in specs as well
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { chromium, type Browser } from 'playwright-core';
import { chromiumProgram } from './chromium.js';

/** As Jest's own limit (jest.config): it ends what hangs, on a machine however slow. */
const HANGS_MS = 240_000;

/**
 * A browser of its own for one spec file; close it in `afterAll`. `MERIDIAN_CHROMIUM` names another program.
 * Persian and Arabic are drawn with the client's own fonts, not the system's.
 */
export async function aBrowser(more: { args?: readonly string[] } = {}): Promise<Browser> {
  const { path, environment } = await chromiumProgram();
  const browser = await chromium.launch({
    executablePath: path,
    headless: true,
    args: [
      // containers have neither the rights for its sandbox nor a large /dev/shm, and our pages are our own
      '--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--font-render-hinting=none',
      // no calls home during tests
      '--disable-background-networking', '--disable-component-update', '--no-first-run',
      ...(more.args ?? []),
    ],
    env: { ...inherited(), ...environment },
  });
  browser.on('context', (context) => context.setDefaultTimeout(HANGS_MS));
  return browser;
}

function inherited(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
