import { createHash } from 'node:crypto';
import type { SettledSession } from './settle-times.js';

/**
 * What a source can say of a session and an organizer can change. Not whether it is cancelled: that is settled by who
 * cancelled it (cancellation.ts).
 */
const FIELDS = [
  'title', 'subtitle', 'abstract', 'description', 'kind', 'language', 'track', 'url', 'appearances', 'startsAt', 'room', 'minutes',
] as const satisfies readonly (keyof SettledSession)[];

/** Digests by field, kept with the session: enough to tell whether the source says the same again. */
export type LastSaid = Record<string, string>;

export function lastSaidOf(session: SettledSession): LastSaid {
  return Object.fromEntries(FIELDS.map((field) => [field, digest(session[field])]));
}

/**
 * Whether the source says again what it said last time. Then what organizers made of it since stands: a delay of the live
 * day, a corrected title. A feed that is read every few minutes would undo their work otherwise.
 */
export function saysAgain(last: unknown, session: SettledSession, field: keyof SettledSession): boolean {
  const known = typeof last === 'object' && last !== null ? (last as Partial<LastSaid>)[field] : undefined;
  return known !== undefined && known === digest(session[field]);
}

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify([value])).digest('base64url').slice(0, 12);
}
