import { createWriteStream } from 'node:fs';
import { readFile as readBytes, stat, writeFile as writeBytes } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { Option, type Command } from 'commander';
import type { DataSource } from 'typeorm';
import { ExportFormat, ImportFormat, type ImportReceipt } from '../contract/exchange.js';
import { ProblemError } from '../platform/problems/problem-error.js';
import { StartError } from '../platform/start-error.js';
import { importSchedule } from './apply/import-schedule.js';
import { Progress } from './cli-progress.js';
import { describeReceipt } from './describe-receipt.js';
import { ImportRefused } from './read/import-refused.js';
import { LIMITS } from './read/limits.js';
import { readFile } from './read/read-file.js';
import { exportSchedule } from './write/export-schedule.js';

export interface OpenedDatabase {
  source: DataSource;
  close: () => Promise<void>;
}

interface ImportOptions {
  conference: string;
  zone?: string;
  format?: ImportFormat;
  source?: string;
  title?: string;
  acceptShrink: boolean;
  dryRun: boolean;
  report?: string;
}

/** Adds `import` and `export`. A refusal is thrown as a StartError: said without a stack, exit code 1. */
export function addExchangeCommands(program: Command, open: () => Promise<OpenedDatabase>): void {
  program
    .command('import')
    .description('import a schedule: schedule.xml, schedule.json, iCalendar or CSV; all of it is one release')
    .argument('<file>', 'the file, or - for standard input')
    .requiredOption('--conference <slug>', 'the conference; made when there is none')
    .option('--zone <iana>', 'the conference’s time zone, such as Europe/Paris, whatever the file says')
    .addOption(new Option('--format <format>', 'the format, where it should not be told from the content').choices(ImportFormat.options))
    .option('--source <name>', 'under which name the file’s sessions are known again')
    .option('--title <title>', 'the conference’s title, when it is made')
    .option('--accept-shrink', 'cancel what the file lacks, even where that is implausibly much', false)
    .option('--dry-run', 'tell what would happen, and write nothing', false)
    .option('--report <file>', 'write the whole report there, as JSON')
    .action(async (file: string, options: ImportOptions) => await runImport(file, options, open));

  program
    .command('export')
    .description('export the published agenda')
    .argument('<slug>', 'the conference')
    .addOption(new Option('--format <format>', 'what to write').choices(ExportFormat.options).makeOptionMandatory())
    .option('--output <file>', 'where to write it; standard output otherwise')
    .action(async (slug: string, options: { format: ExportFormat; output?: string }) => await runExport(slug, options, open));
}

async function runImport(file: string, options: ImportOptions, open: () => Promise<OpenedDatabase>): Promise<void> {
  const progress = new Progress(process.stderr);
  const name = file === '-' ? 'standard input' : file;
  try {
    progress.say(`Reading ${name} …`);
    const schedule = readFile(await bytesOf(file), options.format);
    progress.say(`Read ${schedule.sessions.length} sessions. Opening the database …`);
    const { source, close } = await open();
    try {
      const { conference: conferenceSlug, ...more } = options;
      progress.say(`Comparing ${schedule.sessions.length} sessions …`);
      const onWritten = (done: number, all: number): void => progress.say(`Writing: ${done}/${all} sessions`);
      const receipt = await importSchedule(source, { ...more, conferenceSlug, schedule, actor: 'command line', onWritten });
      progress.clear();
      await tell(receipt, options.report);
    } finally {
      await close();
    }
  } catch (error) {
    progress.clear();
    throw explained(error, name);
  }
}

async function tell(receipt: ImportReceipt, reportFile: string | undefined): Promise<void> {
  process.stdout.write(`${describeReceipt(receipt, reportFile === undefined).join('\n')}\n`);
  if (reportFile !== undefined) await writeBytes(reportFile, `${JSON.stringify(receipt.report, null, 2)}\n`);
}

async function runExport(slug: string, options: { format: ExportFormat; output?: string }, open: () => Promise<OpenedDatabase>): Promise<void> {
  const { source, close } = await open();
  try {
    const text = await exportSchedule(source, slug, options.format);
    if (options.output === undefined) await pipeline([text], process.stdout, { end: false });
    else await pipeline([text], createWriteStream(options.output));
  } catch (error) {
    throw explained(error, slug);
  } finally {
    await close();
  }
}

async function bytesOf(file: string): Promise<Uint8Array> {
  if (file === '-') return await buffer(process.stdin);
  const { size } = await stat(file).catch((error: unknown) => {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new StartError(code === 'ENOENT' ? `${file} does not exist.` : `${file} can’t be read: ${message}`);
  });
  if (size > LIMITS.bytes) throw new StartError(`${file} has ${size} bytes; at most ${LIMITS.bytes} can be imported.`);
  return await readBytes(file);
}

const MOST_FAULTS = 20;

function explained(error: unknown, name: string): unknown {
  if (error instanceof ImportRefused) {
    const faults = error.faults.slice(0, MOST_FAULTS).map(({ path, message }) => `  ${path}: ${message}`);
    const more = error.faults.length > MOST_FAULTS ? [`  … and ${error.faults.length - MOST_FAULTS} more`] : [];
    return new StartError([`${name} was refused, and nothing was written:`, ...faults, ...more].join('\n'));
  }
  if (error instanceof ProblemError) {
    const { detail, sessions = [] } = error.problem;
    return new StartError([detail, ...sessions.slice(0, MOST_FAULTS).map(({ title }) => `  ${printable(title)}`)].join('\n'));
  }
  return error;
}

// a hostile title must not steer the terminal
 
const printable = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ');
