import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { compactVerify, CompactSign, exportJWK } from 'jose';
import { z } from 'zod';
import { SEALING, type Sealing } from '../platform/sealing/sealing.js';

/** What a ticket says: ids and nothing else, so that a photo of it tells no stranger whose it is. */
export interface TicketClaims {
  ticketId: string;
  conferenceId: string;
  /** Null: remote. */
  venueId: string | null;
}

const ShortId = z.string().regex(/^[\w-]{22}$/);
const Payload = z.strictObject({ t: ShortId, c: ShortId, v: ShortId.nullable() });

/** The fixed head of an Ed25519 private key in PKCS #8 (RFC 8410); its 32 bytes follow. */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');
/** Told from every other token that we sign. */
const TYPE = 'meridian-ticket';

/**
 * Signs tickets (Ed25519, JWS compact). A key pair, so that a door without a network tells a ticket from a forgery without
 * holding what signs. Tickets do not expire by themselves: whether one is in force, the database says.
 */
@Injectable()
export class TicketTokens {
  private readonly signing: KeyObject;
  private readonly checking: KeyObject;

  constructor(@Inject(SEALING) sealing: Sealing) {
    this.signing = createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, sealing.deriveKey('ticket-signature')]), format: 'der', type: 'pkcs8' });
    this.checking = createPublicKey(this.signing);
  }

  async make({ ticketId, conferenceId, venueId }: TicketClaims): Promise<string> {
    const payload: z.infer<typeof Payload> = { t: shorten(ticketId), c: shorten(conferenceId), v: venueId === null ? null : shorten(venueId) };
    return await new CompactSign(Buffer.from(JSON.stringify(payload))).setProtectedHeader({ alg: 'EdDSA', typ: TYPE }).sign(this.signing);
  }

  /** Null for what is forged, altered, or signed for something else. */
  async read(token: string): Promise<TicketClaims | null> {
    try {
      const { payload, protectedHeader } = await compactVerify(token, this.checking, { algorithms: ['EdDSA'] });
      if (protectedHeader.typ !== TYPE) return null;
      const { t, c, v } = Payload.parse(JSON.parse(Buffer.from(payload).toString('utf8')));
      return { ticketId: lengthen(t), conferenceId: lengthen(c), venueId: v === null ? null : lengthen(v) };
    } catch {
      return null;
    }
  }

  async publicKey(): Promise<{ kty: string; crv: string; x: string }> {
    const { kty = '', crv = '', x = '' } = await exportJWK(this.checking);
    return { kty, crv, x };
  }
}

/** A uuid's 16 bytes: 22 letters instead of 36 make a code that old cameras read. */
const shorten = (uuid: string): string => Buffer.from(uuid.replaceAll('-', ''), 'hex').toString('base64url');

function lengthen(short: string): string {
  return Buffer.from(short, 'base64url').toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
