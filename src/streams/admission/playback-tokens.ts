import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { ChannelId } from '../../contract/ids.js';

/**
 * For whom a token is: something that ends when they may no longer watch. `anyone` names a public channel. As a text it is what
 * the database revokes: see migrations/1764200000000-streams.ts.
 */
export type Subject = `ticket:${string}` | `speaker:${string}` | `member:${string}` | `anyone:${string}` | 'operator';

export interface PlaybackClaims {
  /** The first half of the subject's SHA-256: enough to find it among the revoked, and to tell nobody who it is. */
  subject: string;
  channelId: ChannelId;
  /** Epoch milliseconds of the database's clock. */
  issuedAt: number;
  /** Epoch milliseconds. */
  expiresAt: number;
}

const VERSION = 1;
const IV = 12;
const TAG = 16;
const SUBJECT = 16;
const UUID = 16;
/** Six bytes of milliseconds last until the year 10889. */
const INSTANT = 6;
const CLAIMS = SUBJECT + UUID + 2 * INSTANT;
const TOKEN = /^[\w-]{98}$/;

/**
 * Makes and reads the tokens in playback addresses. Encrypted and authenticated (AES-256-GCM): an address that was passed on or
 * logged says neither whose it was nor when it was asked for, and cannot be altered. Read without the database.
 */
export class PlaybackTokens {
  /** @param key 32 bytes, the same in every process */
  constructor(private readonly key: Buffer) {}

  seal(subject: Subject, claims: Omit<PlaybackClaims, 'subject'>): string {
    const plain = Buffer.alloc(CLAIMS);
    subjectHash(subject).copy(plain);
    Buffer.from(claims.channelId.replaceAll('-', ''), 'hex').copy(plain, SUBJECT);
    plain.writeUIntBE(claims.issuedAt, SUBJECT + UUID, INSTANT);
    plain.writeUIntBE(claims.expiresAt, SUBJECT + UUID + INSTANT, INSTANT);
    const iv = randomBytes(IV);
    const cipher = createCipheriv('aes-256-gcm', this.key, iv).setAAD(Buffer.from([VERSION]));
    const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([Buffer.from([VERSION]), iv, cipher.getAuthTag(), sealed]).toString('base64url');
  }

  /** Null for what is forged, altered, or no token at all. Whether it has expired or was revoked is another question. */
  open(token: string): PlaybackClaims | null {
    if (!TOKEN.test(token)) return null;
    const bytes = Buffer.from(token, 'base64url');
    // base64url has several spellings of the same bytes: one token is one text
    if (bytes[0] !== VERSION || bytes.toString('base64url') !== token) return null;
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.key, bytes.subarray(1, 1 + IV)).setAAD(bytes.subarray(0, 1));
      decipher.setAuthTag(bytes.subarray(1 + IV, 1 + IV + TAG));
      const plain = Buffer.concat([decipher.update(bytes.subarray(1 + IV + TAG)), decipher.final()]);
      return {
        subject: plain.toString('hex', 0, SUBJECT),
        channelId: plain.toString('hex', SUBJECT, SUBJECT + UUID).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') as ChannelId,
        issuedAt: plain.readUIntBE(SUBJECT + UUID, INSTANT),
        expiresAt: plain.readUIntBE(SUBJECT + UUID + INSTANT, INSTANT),
      };
    } catch {
      return null;
    }
  }
}

const subjectHash = (subject: Subject): Buffer => createHash('sha256').update(subject).digest().subarray(0, SUBJECT);
