import type { FastifyReply, FastifyRequest } from 'fastify';
import type { EntityManager } from 'typeorm';
import { newId } from '../../platform/new-id.js';
import { deviceName } from '../accounts/device-name.js';
import { isSecure } from '../accounts/own-address.js';
import { hashSecret, newSecret } from '../accounts/secrets.js';
import { readSessionCookie, SESSION_SECONDS, setSessionCookie } from '../accounts/session-cookie.js';

/**
 * Opens a session with a secret that was never seen before, whatever cookie the browser brought: what somebody planted
 * there beforehand is worth nothing. The session that the browser held is ended. Set the cookie after the commit.
 * `strong`: two factors were shown already.
 */
export async function openSession(tx: EntityManager, request: FastifyRequest, accountId: string, { strong = false } = {}): Promise<string> {
  const secret = newSecret();
  await endHeldSession(tx, request);
  await tx.query(
    `INSERT INTO auth_session (id, token_hash, account_id, device, strong, expires_at) VALUES ($1, $2, $3, $4, $5, now() + make_interval(secs => $6))`,
    [newId(), hashSecret(secret), accountId, deviceName(request.headers['user-agent']), strong, SESSION_SECONDS],
  );
  await tx.query(`UPDATE account SET signed_in_at = now() WHERE id = $1`, [accountId]);
  await tx.query(`DELETE FROM auth_session WHERE account_id = $1 AND expires_at < now()`, [accountId]);
  return secret;
}

export async function endHeldSession(tx: EntityManager, request: FastifyRequest): Promise<void> {
  const held = readSessionCookie(request);
  if (held !== null) await tx.query(`DELETE FROM auth_session WHERE token_hash = $1`, [hashSecret(held)]);
}

export function handOver(reply: FastifyReply, request: FastifyRequest, secret: string, publicUrl: string | undefined): void {
  setSessionCookie(reply, secret, isSecure(request, publicUrl));
}
