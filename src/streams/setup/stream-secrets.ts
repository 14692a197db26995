import { createHash, randomBytes } from 'node:crypto';
import type { StreamInputId } from '../../contract/ids.js';
import type { InputKind, StreamSecret } from '../../contract/streams.js';
import type { Sealing } from '../../platform/sealing/sealing.js';

/** What is stored of a secret. */
export interface StoredSecret {
  keyHash: Buffer | null;
  passphraseSealed: Buffer | null;
  secretAt: Date | null;
}

/**
 * A new secret for an input, and what is stored of it. A stream key is only ever compared, so its hash is enough; SRT's
 * passphrase (10 to 79 letters) encrypts, so its engine needs it again. The others have none.
 */
export function newStreamSecret(kind: InputKind, id: StreamInputId, sealing: Sealing): { secret: StreamSecret | null; stored: StoredSecret } {
  const value = randomBytes(24).toString('base64url');
  switch (kind) {
    case 'rtmp':
      return { secret: { kind: 'stream-key', value }, stored: { keyHash: hashStreamKey(value), passphraseSealed: null, secretAt: new Date() } };
    case 'srt':
      return {
        secret: { kind: 'passphrase', value },
        stored: { keyHash: null, passphraseSealed: sealing.seal(value, passphraseContext(id)), secretAt: new Date() },
      };
    case 'udp':
    case 'hls':
    case 'test':
      return { secret: null, stored: { keyHash: null, passphraseSealed: null, secretAt: null } };
  }
}

/** SHA-256 is enough for a key of 192 random bits. */
export const hashStreamKey = (key: string): Buffer => createHash('sha256').update(key).digest();

export const passphraseContext = (id: StreamInputId): string => `stream_input.passphrase:${id}`;
