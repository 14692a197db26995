import type { Command } from 'commander';
import type { DataSource } from 'typeorm';
import { verifyAudit } from './audit/verify-audit.js';
import { readConfiguration } from './configuration.js';
import { rotateKeys } from './sealing/rotate-keys.js';
import { StartError } from './start-error.js';

type Open = () => Promise<{ source: DataSource; close: () => Promise<void> }>;

const WHY = {
  'altered': 'was altered after it was written',
  'removed-before': 'does not follow the one before: entries between them were removed',
  'inserted': 'was put between, or the one before it was exchanged',
} as const;

export function addSafetyCommands(program: Command, open: Open): void {
  const work = async <T>(run: (source: DataSource) => Promise<T>): Promise<T> => {
    const { source, close } = await open();
    try {
      return await run(source);
    } finally {
      await close();
    }
  };

  program
    .command('audit')
    .description('the log of what the staff did')
    .command('verify')
    .description('follow the chain of hashes through the audit log; code 1 when an entry was altered, removed or put between')
    .action(async () => {
      const { entries, lastHash, broken } = await work(verifyAudit);
      if (broken !== null) throw new StartError(`The audit log is not what was written: entry ${broken.number} ${WHY[broken.why]}.`);
      process.stdout.write(`The audit log is whole. Entries: ${entries}.\n`);
      if (lastHash !== '') process.stdout.write(`Its last hash, to be noted elsewhere: ${lastHash}\n`);
    });

  program
    .command('keys')
    .description('the keys that addresses and names are sealed with')
    .command('rotate')
    .description('make a new key and seal everything anew with it; servers may run meanwhile')
    .action(async () => {
      const { key, resealed } = await work(async (source) => await rotateKeys(source, readConfiguration(process.env)));
      process.stdout.write(`${key === null ? 'The current key of MERIDIAN_SEALING_KEYS' : `The new key ${key}`} seals everything now: ${resealed} texts were sealed anew.\n`);
      process.stdout.write('Back up the key file: older copies of it do not open what is sealed from now on.\n');
    });
}
