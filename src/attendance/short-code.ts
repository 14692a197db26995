import { randomInt } from 'node:crypto';

/** Crockford's alphabet: no letter that is taken for a digit. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 40 random bits to type at the door. Only its staff may try one, and each try is seen. */
export function newShortCode(): string {
  return Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}
