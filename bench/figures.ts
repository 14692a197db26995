import { cpus, loadavg, totalmem } from 'node:os';
import type { Browser } from 'playwright-core';

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The value that this part of them (0.95) is at or below. */
export function share(values: readonly number[], part: number): number {
  return [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? NaN;
}

/** What the figures were taken on, in a line: they mean nothing without. Null: no browser took part. */
export function machine(browser: Browser | null): string {
  const processors = cpus();
  return (
    `${processors.length} x ${processors[0]?.model.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform}, ` +
    `Node ${process.version}${browser === null ? '' : `, Chromium ${browser.version()}`}; load before the run ${loadavg()[0]!.toFixed(1)}`
  );
}

/** A table as documents have it. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
