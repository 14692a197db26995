import type { DataSource } from 'typeorm';
import { recordAudit } from '../audit/record-audit.js';
import type { Configuration } from '../configuration.js';
import { keysInUse, resealAll } from './reseal.js';
import { addSealingKey, openSealing } from './sealing-keys.js';

/**
 * Makes a new sealing key, seals everything anew with it, and lets go of keys that nothing is sealed with any more; the one
 * before stays until the next time, for servers that run meanwhile and for the last backup. Where the keys come from the
 * environment, the new one is put there by hand before, and everything is only sealed anew. Interrupted, run it again.
 */
export async function rotateKeys(source: DataSource, { dataDirectory, sealingKeys }: Pick<Configuration, 'dataDirectory' | 'sealingKeys'>): Promise<{ key: string | null; resealed: number }> {
  const before = await openSealing(dataDirectory, sealingKeys);
  const key = sealingKeys === undefined ? await addSealingKey(dataDirectory, await keysInUse(source, before)) : null;
  const resealed = await resealAll(source, await openSealing(dataDirectory, sealingKeys));
  await source.transaction(async (tx) => await recordAudit(tx, { actor: 'operator', action: 'rotate-keys', conferenceId: null, subject: 'sealing-keys', details: { key, resealed } }));
  return { key, resealed };
}
