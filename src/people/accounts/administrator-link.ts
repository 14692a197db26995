import type { EntityManager } from 'typeorm';
import { newId } from '../../platform/new-id.js';
import { hashSecret, newSecret } from './secrets.js';

/** For how long the operator's link works. */
export const ADMINISTRATOR_LINK_HOURS = 24;

/** A secret that makes whoever opens `/welcome/SECRET` an administrator, once. Earlier ones that were not used stop working. */
export async function makeAdministratorLink(tx: EntityManager): Promise<string> {
  const secret = newSecret();
  await tx.query(`UPDATE invitation SET revoked_at = now() WHERE role = 'administrator' AND email_index IS NULL AND accepted_at IS NULL AND revoked_at IS NULL`);
  await tx.query(`INSERT INTO invitation (id, token_hash, role, expires_at) VALUES ($1, $2, 'administrator', now() + make_interval(hours => $3))`, [
    newId(), hashSecret(secret), ADMINISTRATOR_LINK_HOURS,
  ]);
  return secret;
}

/** Null where there is an administrator already. */
export async function makeFirstAdministratorLink(tx: EntityManager): Promise<string | null> {
  const [administrator] = await tx.query<unknown[]>(`SELECT 1 FROM membership WHERE role = 'administrator' LIMIT 1`);
  return administrator === undefined ? await makeAdministratorLink(tx) : null;
}

/** A secret, for the operator's eyes: beside the log, not in it. */
export function tellAdministratorLink(origin: string, secret: string): void {
  const screen = process.stdout.isTTY ? process.stdout : process.stderr;
  screen.write(
    `\nNobody administers this Meridian yet. Open this link in your browser to be the first; it works once, for ${ADMINISTRATOR_LINK_HOURS} hours:\n\n` +
      `  ${origin}/welcome/${secret}\n\nA new one: npm run meridian -- administrator-link\n\n`,
  );
}
