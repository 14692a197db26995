/**
 * The code of a ticket as somebody types it: in any case, with blanks or hyphens, with letters that look like digits.
 * Crockford's alphabet: no I, L, O or U. Null for what is no code.
 */
export function readShortCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{8}$/.test(code) ? code : null;
}
