import type { Revision } from '../contract/changes.js';

export type CatchUp =
  /** Apply these, in this order; may be empty when all of it is known. */
  | { step: 'apply'; revisions: Revision[] }
  /** Something between is missing: follow again with `since`. */
  | { step: 'follow-again' };

/**
 * What a client at revision `held` does with a message that carries `revisions` (ascending).
 * Never applies a revision twice, never skips one: what is known is dropped, a gap asks again.
 */
export function catchUp(held: number, revisions: readonly Revision[]): CatchUp {
  const unknown = revisions.filter((revision) => revision.revision > held);
  const gapless = unknown.every((revision, index) => revision.revision === held + 1 + index);
  return gapless ? { step: 'apply', revisions: unknown } : { step: 'follow-again' };
}
