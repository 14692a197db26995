import { createInterface } from 'node:readline/promises';
import type { DataSource } from 'typeorm';
import { DEMO_SLUG, seedDemo } from './demo/seed-demo.js';
import type { Configuration } from './platform/configuration.js';
import { ProblemError } from './platform/problems/problem-error.js';

/**
 * On a database without a conference: makes the demo as `MERIDIAN_DEMO` says; where that says nothing, asks on a terminal,
 * and makes it without one.
 */
export async function offerDemo(source: DataSource, wanted: Configuration['demo'], tell: (text: string) => void): Promise<void> {
  if (wanted === false || (await hasConference(source))) return;
  if (wanted === undefined && !(await agreed())) return;
  tell('Making the demo conference: 24 cities, around the present moment …');
  try {
    await seedDemo(source, new Date());
    tell(`The demo conference is there, under the name ${DEMO_SLUG}.`);
  } catch (error) {
    // another process of Meridian, started at the same time, was faster
    if (!(error instanceof ProblemError)) throw error;
  }
}

async function hasConference(source: DataSource): Promise<boolean> {
  const rows: unknown[] = await source.query('SELECT 1 FROM conference LIMIT 1');
  return rows.length > 0;
}

async function agreed(): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return true;
  // not the terminal's raw mode: Ctrl-C stays a signal
  const terminal = createInterface({ input: process.stdin, output: process.stdout, terminal: false });
  try {
    const answer = await terminal.question('There is no conference yet. Make the demo conference, to look around in? [Y/n] ');
    return !/^\s*n/i.test(answer);
  } finally {
    terminal.close();
  }
}
