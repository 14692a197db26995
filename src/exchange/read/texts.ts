import { withoutForbidden } from './decode.js';

/** A scalar of a file as text; null, objects and lists are no text. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return '';
}

/** A text of one line: a title, a name. */
export function oneLine(value: unknown): string {
  return withoutForbidden(textOf(value)).replace(/\s+/gu, ' ').trim();
}

/** A text of many lines: line ends are `\n`, none at either end. */
export function manyLines(value: unknown): string {
  return withoutForbidden(textOf(value)).replace(/\r\n?/g, '\n').trim();
}

/** Cut to so many characters, never through a pair. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = /[\uD800-\uDBFF]/.test(text.charAt(most - 1)) ? most - 1 : most;
  return text.slice(0, end).trimEnd();
}

export function webAddress(value: unknown, most: number): string | null {
  const text = oneLine(value);
  if (text === '' || text.length > most || !/^https?:\/\//i.test(text)) return null;
  try {
    return new URL(text).href === '' ? null : text;
  } catch {
    return null;
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** In lower case, or null where it is none. */
export function uuidOf(value: unknown): string | null {
  const text = oneLine(value).toLowerCase();
  return UUID.test(text) ? text : null;
}

export function positiveInteger(value: unknown): number | null {
  const text = oneLine(value);
  if (!/^\d{1,15}$/.test(text)) return null;
  const number = Number(text);
  return number > 0 ? number : null;
}

// a tag, not just a comparison: `<b>`, `</p>`, `<br />`, `<a href=...>`
export const holdsMarkup = (text: string): boolean => /<\/?[a-z][a-z0-9]*(\s[^<>]*)?\/?>/i.test(text);
