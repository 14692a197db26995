import { jwtVerify, SignJWT } from 'jose';
import { webcrypto } from 'node:crypto';
import { z } from 'zod';
import type { SocketToken } from '../contract/socket.js';
import { ROLES, type Actor } from '../platform/access/policy.js';

const { subtle } = webcrypto;

const LIFETIME_SECONDS = 120;
const PURPOSE = 'meridian:socket';
const Scope = z.string().nullable();
const Grant = z.object({ role: z.enum(ROLES), conferenceId: Scope, conferenceSlug: Scope, cityId: Scope, venueId: Scope });
const Claims = z.object({
  act: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('anonymous') }),
    z.object({ kind: z.literal('operator') }),
    z.object({ kind: z.literal('person'), accountId: z.string(), sessionId: z.string(), strong: z.boolean(), grants: z.array(Grant) }),
  ]),
});

/** Signs and checks the short-lived tokens with which sockets connect. Nothing is looked up: a signature is enough. */
export class SocketTokens {
  /** People whose tokens from before an instant (epoch milliseconds) are no longer taken. Kept for as long as such a token could live. */
  private readonly outdated = new Map<string, number>();

  private constructor(private readonly key: webcrypto.CryptoKey) {}

  /** Takes the key in once: doing it for each check would cost three times the check. */
  static async with(key: Uint8Array<ArrayBuffer>): Promise<SocketTokens> {
    return new SocketTokens(await subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']));
  }

  /** The tokens of an account, or of one session, that were made until now are no longer taken by this process. */
  outdate(accountId: string, sessionId?: string, now = new Date()): void {
    for (const [who, at] of this.outdated) if (at < now.getTime() - LIFETIME_SECONDS * 1_000) this.outdated.delete(who);
    this.outdated.set(sessionId ?? accountId, now.getTime());
  }

  async make(actor: Actor, now = new Date()): Promise<SocketToken> {
    const expiresAt = new Date(now.getTime() + LIFETIME_SECONDS * 1_000);
    const token = await new SignJWT({ act: actor })
      .setProtectedHeader({ alg: 'HS256' })
      .setAudience(PURPOSE)
      .setIssuedAt(now)
      .setExpirationTime(expiresAt)
      .sign(this.key);
    return { token, expiresAt: expiresAt.toISOString() };
  }

  /** Null for a token that is forged, expired, or made for something else. */
  async check(token: string, now = new Date()): Promise<Actor | null> {
    try {
      const { payload } = await jwtVerify(token, this.key, { algorithms: ['HS256'], audience: PURPOSE, currentDate: now, requiredClaims: ['exp'] });
      const actor = Claims.parse(payload).act;
      return actor.kind === 'person' && this.isOutdated(actor, payload.iat ?? 0) ? null : actor;
    } catch {
      return null;
    }
  }

  /** A token tells its second only: one that was made within the very second of the change counts as made before it. */
  private isOutdated({ accountId, sessionId }: { accountId: string; sessionId: string }, issuedAt: number): boolean {
    return [accountId, sessionId].some((who) => issuedAt <= Math.floor((this.outdated.get(who) ?? -1) / 1_000));
  }
}
