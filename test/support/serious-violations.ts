import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';

/** Puts axe beside the pages of a browser, whose policy stays in force. */
export async function withAxe(context: BrowserContext): Promise<void> {
  await context.addInitScript({ content: await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8') });
}

/** What axe calls serious or critical, by the rules of WCAG 2.2 AA and its own best practices. */
export async function seriousViolations(page: Page): Promise<{ rule: string; nodes: string[] }[]> {
  const result = await page.evaluate(async () => await (window as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ['violations'] }));
  expect(result.passes.length).toBeGreaterThan(0);
  return result.violations
    .filter((violation) => violation.impact === 'serious' || violation.impact === 'critical')
    .map((violation) => ({ rule: violation.id, nodes: violation.nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} ${node.any[0]?.message ?? node.all[0]?.message ?? ''}`) }));
}
