import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

const program = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe calls serious or critical, by the rules of WCAG 2.2 AA and its own best practices. */
export async function seriousViolations(page: Page): Promise<{ rule: string; nodes: string[] }[]> {
  // axe is put beside the page as the debugger does, which its policy does not speak of; not before it begins, when it would hold it up
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(program);
  const result = await page.evaluate(async () => await (window as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ['violations'] }));
  expect(result.passes.length).toBeGreaterThan(0);
  return result.violations
    .filter((violation) => violation.impact === 'serious' || violation.impact === 'critical')
    .map((violation) => ({ rule: violation.id, nodes: violation.nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} ${node.any[0]?.message ?? node.all[0]?.message ?? ''}`) }));
}
