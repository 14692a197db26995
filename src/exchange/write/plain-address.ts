import { LIMITS } from '../read/limits.js';
import { webAddress } from '../read/texts.js';

// RFC 3986 has no letters beyond ASCII, no blanks or brackets in a path, and % only before two digits
const URI = /^https?:\/\/(?:[\w.~:/?#@!$&'()*+,;=-]|%[0-9a-f]{2})+$/i;

/** A web address as strict validators take it: what the standard has no place for is written with % signs. Null where it can't be. */
export function plainAddress(value: unknown): string | null {
  const text = webAddress(value, LIMITS.url);
  if (text === null) return null;
  const plain = URI.test(text) ? text : new URL(text).href.replace(/[[\]^|]/g, encodeURIComponent);
  return URI.test(plain) && (plain.match(/#/g)?.length ?? 0) <= 1 ? plain : null;
}
