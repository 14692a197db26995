import { createHash, randomBytes, randomInt } from 'node:crypto';

/** A secret to hand out: 256 random bits, safe in an address. We keep its hash only. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** A code to type: 8 digits. Short, so it is good for minutes, few tries, and one browser. */
export function newCode(): string {
  return String(randomInt(0, 100_000_000)).padStart(8, '0');
}

/** SHA-256 is enough for secrets of full entropy; codes are protected by the number of tries. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
