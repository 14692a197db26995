import type { Command } from 'commander';
import type { DataSource } from 'typeorm';
import { readConfiguration } from '../platform/configuration.js';
import { openSealing } from '../platform/sealing/sealing-keys.js';
import { StartError } from '../platform/start-error.js';
import { ADMINISTRATOR_LINK_HOURS, makeAdministratorLink } from './accounts/administrator-link.js';
import { purge } from './erasure/purge.js';

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

  program
    .command('purge')
    .argument('<slug>', 'the conference')
    .requiredOption('--confirm <slug>', 'the same once more: there is no way back')
    .description('forget all attendees of a conference, now and for good: registrations, tickets, check-ins, accounts')
    .action(async (slug: string, { confirm }: { confirm: string }) => {
      if (confirm !== slug) throw new StartError(`Nothing was erased: --confirm must be ${slug}.`);
      const { dataDirectory, sealingKeys } = readConfiguration(process.env);
      const { source, close } = await open();
      try {
        const sealing = await openSealing(dataDirectory, sealingKeys);
        const [conference] = await source.query<{ id: string }[]>(`SELECT id FROM conference WHERE slug = $1`, [slug]);
        if (conference === undefined) throw new StartError(`There is no conference “${slug}”.`);
        const { registrations, accounts } = await source.transaction(async (tx) => await purge(tx, sealing, conference.id, 'operator'));
        process.stdout.write(`Forgotten: ${registrations} registrations, ${accounts} accounts. The audit log says so.\n`);
      } finally {
        await close();
      }
    });
}
