import type { Command } from 'commander';
import type { DataSource } from 'typeorm';
import { readConfiguration } from '../platform/configuration.js';
import { ADMINISTRATOR_LINK_HOURS, makeAdministratorLink } from './accounts/administrator-link.js';

type Open = () => Promise<{ source: DataSource; close: () => Promise<void> }>;

export function addPeopleCommands(program: Command, open: Open): void {
  program
    .command('administrator-link')
    .description(`print a link that makes whoever opens it an administrator: once, within ${ADMINISTRATOR_LINK_HOURS} hours`)
    .action(async () => {
      const { publicUrl, port } = readConfiguration(process.env);
      const { source, close } = await open();
      try {
        const secret = await source.transaction(makeAdministratorLink);
        process.stdout.write(`${publicUrl ?? `http://localhost:${port}`}/welcome/${secret}\n`);
      } finally {
        await close();
      }
    });
}
