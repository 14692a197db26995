import type { EntityManager } from 'typeorm';
import type { StreamSettings } from '../../platform/stream-settings.js';
import { problem } from '../../platform/problems/problem-error.js';

/** The lowest port that no other input has, of any conference of this server. @throws ProblemError `conflict` where all are taken */
export async function takeFreePort(tx: EntityManager, { first, last }: StreamSettings['ports']): Promise<number> {
  // two who ask at once would find the same one
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('meridian stream ports'))`);
  const [free] = await tx.query<{ port: number }[]>(
    `SELECT port FROM generate_series($1::integer, $2::integer) port WHERE NOT EXISTS (SELECT FROM stream_input i WHERE i.port = port.port) ORDER BY port LIMIT 1`,
    [first, last],
  );
  if (free === undefined) throw problem('conflict', `All UDP ports from ${first} to ${last} are taken by other inputs. Remove one, or have the operator add ports (MERIDIAN_STREAM_PORTS).`);
  return free.port;
}
