import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { SocketToken } from '../contract/socket.js';
import { ROLES, type Actor } from '../platform/access/policy.js';

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
  constructor(private readonly key: Uint8Array) {}

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
      return Claims.parse(payload).act;
    } catch {
      return null;
    }
  }
}
