import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { aDayFile, aGuid } from '../../test/support/a-schedule.js';
import { aDatabase, type TestDatabase } from '../../test/support/test-database.js';
import { ImportReport } from '../contract/exchange.js';
import { StartError } from '../platform/start-error.js';
import { describeReceipt } from './describe-receipt.js';
import { addExchangeCommands } from './exchange.cli.js';

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await aDatabase();
  folder = await mkdtemp(join(tmpdir(), 'meridian-exchange-'));
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

/** Runs a command as a shell would; answers how often the database was closed again. */
async function run(...words: string[]): Promise<number> {
  let closed = 0;
  const program = new Command('meridian').exitOverride().configureOutput({ writeErr: () => undefined });
  const close = (): Promise<void> => {
    closed += 1;
    return Promise.resolve();
  };
  addExchangeCommands(program, () => Promise.resolve({ source: database.source, close }));
  await program.parseAsync(words, { from: 'user' });
  return closed;
}

const put = async (name: string, content: Buffer | string): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
};

it('imports a file with its report, and exports it to another', async () => {
  const file = await put('in.json', aDayFile({ Hall: [{ guid: aGuid(1), title: 'One', duration: null }] }));
  const report = join(folder, 'report.json');
  expect(await run('import', file, '--conference', 'from-cli', '--title', 'Ours', '--report', report)).toBe(1);
  expect(ImportReport.parse(JSON.parse(await readFile(report, 'utf8')))).toMatchObject({
    conference: 'from-cli', counts: { added: 1, mended: 1 }, items: [{ code: 'duration-missing', session: 'One' }],
  });
  expect(await database.source.query(`SELECT title, zone FROM conference WHERE slug = 'from-cli'`)).toEqual([{ title: 'Ours', zone: 'Europe/Berlin' }]);

  const output = join(folder, 'out.xml');
  await run('export', 'from-cli', '--format', 'schedule.xml', '--output', output);
  expect(await readFile(output, 'utf8')).toContain('<title>One</title>');
});

it.each<[name: string, words: (path: string) => string[], reason: RegExp]>([
  ['a file that is no schedule', (path) => ['import', path, '--conference', 'refused'], /bad\.xml was refused, and nothing was written:\n {2}line 1: Not well-formed XML/],
  ['a file that is not there', (path) => ['import', `${path}.gone`, '--conference', 'refused'], /does not exist/],
  ['a conference that is not there', () => ['export', 'nowhere', '--format', 'ics'], /no conference “nowhere”/],
])('refuses %s in words', async (_name, words, reason) => {
  const path = await put('bad.xml', '<schedule>');
  const error = await run(...words(path)).catch((reason_: unknown) => reason_);
  expect(error).toBeInstanceOf(StartError);
  expect((error as StartError).message).toMatch(reason);
});

it.each([[['import', 'x.json']], [['export', 'x', '--format', 'pdf']], [['export', 'x']]])('is told how it is called: %j', async (words) => {
  await expect(run(...words)).rejects.toBeInstanceOf(CommanderError);
});

it('tells a report in groups, with the first of each kind, and lets no title steer the terminal', () => {
  const counts = { sessions: 9, rooms: 2, days: 1, persons: 3, tracks: 1, accepted: 1, mended: 8, refused: 0, overlapsWaived: 0, added: 9, moved: 0, edited: 0, cancelled: 0, reinstated: 0, unchanged: 0 };
  const items = Array.from({ length: 8 }, (_, index) => ({ severity: 'mended' as const, code: 'duration-missing', where: `line ${index}`, session: '\u001b[2Jevil\u202e', message: 'one timeslot' }));
  const report = { conference: 'c', source: 's', format: 'schedule.xml' as const, zone: 'UTC', counts, items };
  const lines = describeReceipt({ report, revision: null, written: true }, true);
  expect(lines).toEqual([
    'c: 9 sessions, 2 rooms, 1 days, 3 persons (schedule.xml, source “s”, UTC)',
    '  as they are 1, mended 8, left out 0, overlaps waived 0',
    '  new 9, moved 0, edited 0, cancelled 0, reinstated 0, unchanged 0',
    'Mended (8):',
    '  duration-missing (8)',
    ...[0, 1, 2, 3, 4].map((index) => `    line ${index} “ [2Jevil ”: one timeslot`),
    '    … and 3 more',
    '--report FILE.json writes the whole list.',
    'Nothing changed: no release.',
  ]);
});
