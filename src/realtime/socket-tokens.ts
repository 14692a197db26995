import { jwtVerify, SignJWT } from 'jose';
import { webcrypto } from 'node:crypto';
import { z } from 'zod';
import type { SocketToken } from '../contract/socket.js';

/** Who holds a socket, as the token of its handshake says. Until sign-in exists: someone, or the administrator. */
export interface Holder {
  administrator: boolean;
}

const { subtle } = webcrypto;

const LIFETIME_SECONDS = 120;
const PURPOSE = 'meridian:socket';
const Claims = z.object({ adm: z.boolean() });

/** Signs and checks the short-lived tokens with which sockets connect. Nothing is looked up: a signature is enough. */
export class SocketTokens {
  private constructor(private readonly key: webcrypto.CryptoKey) {}

  /** Takes the key in once: doing it for each check would cost three times the check. */
  static async with(key: Uint8Array<ArrayBuffer>): Promise<SocketTokens> {
    return new SocketTokens(await subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']));
  }

  async make(holder: Holder, now = new Date()): Promise<SocketToken> {
    const expiresAt = new Date(now.getTime() + LIFETIME_SECONDS * 1_000);
    const token = await new SignJWT({ adm: holder.administrator })
      .setProtectedHeader({ alg: 'HS256' })
      .setAudience(PURPOSE)
      .setIssuedAt(now)
      .setExpirationTime(expiresAt)
      .sign(this.key);
    return { token, expiresAt: expiresAt.toISOString() };
  }

  /** Null for a token that is forged, expired, or made for something else. */
  async check(token: string, now = new Date()): Promise<Holder | null> {
    try {
      const { payload } = await jwtVerify(token, this.key, { algorithms: ['HS256'], audience: PURPOSE, currentDate: now, requiredClaims: ['exp'] });
      return { administrator: Claims.parse(payload).adm };
    } catch {
      return null;
    }
  }
}
