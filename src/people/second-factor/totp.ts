import { Secret, TOTP } from 'otpauth';
import type { EntityManager } from 'typeorm';
import type { TotpSetup } from '../../contract/account.js';
import { problem } from '../../platform/problems/problem-error.js';
import type { Sealing } from '../../platform/sealing/sealing.js';

const PERIOD = 30;

/** RFC 6238 as every authenticator app knows it: SHA-1, 6 digits, 30 seconds. */
function generator(secret: Secret, label: string): TOTP {
  return new TOTP({ issuer: 'Meridian', label, secret, algorithm: 'SHA1', digits: 6, period: PERIOD });
}

/** Makes a secret that counts once a code of it was shown. One that was confirmed must be removed first. */
export async function beginTotp(tx: EntityManager, sealing: Sealing, accountId: string): Promise<TotpSetup> {
  const [row] = await tx.query<[{ handle: string }]>(`SELECT handle FROM account WHERE id = $1`, [accountId]);
  const secret = new Secret({ size: 20 });
  const written: unknown[] = await tx.query(
    `INSERT INTO totp (account_id, secret_sealed) VALUES ($1, $2)
     ON CONFLICT (account_id) DO UPDATE SET secret_sealed = EXCLUDED.secret_sealed, last_step = 0 WHERE totp.confirmed_at IS NULL RETURNING account_id`,
    [accountId, sealing.seal(secret.base32, `totp.secret:${accountId}`)],
  );
  if (written.length === 0) throw problem('conflict', 'An authenticator app is set up already. Remove it first.');
  // the handle, not the address: the app may sync its list to who knows where
  const uri = generator(secret, row.handle).toString();
  const { toString: drawQrCode } = await import('qrcode');
  const svg = await drawQrCode(uri, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' });
  return { secret: secret.base32, uri, picture: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}` };
}

/** Whether the code is right, of now or 30 s around, and of a step that was not used before. `confirmed`: which secret is meant. */
export async function useTotp(tx: EntityManager, sealing: Sealing, accountId: string, code: string, { confirmed }: { confirmed: boolean }, now = Date.now()): Promise<boolean> {
  const [row] = await tx.query<{ sealed: Buffer }[]>(`SELECT secret_sealed AS sealed FROM totp WHERE account_id = $1 AND (confirmed_at IS NOT NULL) = $2 FOR UPDATE`, [accountId, confirmed]);
  if (row === undefined) return false;
  const secret = Secret.fromBase32(sealing.open(row.sealed, `totp.secret:${accountId}`));
  const delta = generator(secret, '').validate({ token: code, timestamp: now, window: 1 });
  if (delta === null) return false;
  const step = Math.floor(now / 1_000 / PERIOD) + delta;
  const used: unknown[] = await tx.query(
    `WITH used AS (UPDATE totp SET last_step = $2, confirmed_at = coalesce(confirmed_at, now()) WHERE account_id = $1 AND last_step < $2 RETURNING 1) SELECT * FROM used`,
    [accountId, step],
  );
  return used.length > 0;
}
