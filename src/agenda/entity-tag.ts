import type { Agenda } from '../contract/agenda.js';

/**
 * The validator of an agenda at a revision. Weak, because one tag stands for all encodings of it; with the conference's
 * id, because a slug may be given to another conference later.
 */
export function entityTag(agenda: Agenda): string {
  return `W/"${agenda.revision}.${agenda.conference.id}"`;
}

/** Whether an If-None-Match header names this tag: the weak comparison of RFC 9110, 13.1.2. */
export function matches(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  if (header.trim() === '*') return true;
  return header.split(',').some((given) => opaque(given) === opaque(tag));
}

const opaque = (tag: string): string => tag.trim().replace(/^W\//, '');
