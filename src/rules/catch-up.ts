import type { DraftEdit } from '../contract/board.js';
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
  const unknown = unknownOf(held, revisions, ({ revision }) => revision);
  return unknown === null ? { step: 'follow-again' } : { step: 'apply', revisions: unknown };
}

/** The same for a board at draft edit `held`: the edits to apply, or null where something between is missing. */
export function catchUpEdits(held: number, edits: readonly DraftEdit[]): DraftEdit[] | null {
  return unknownOf(held, edits, ({ edit }) => edit);
}

function unknownOf<T>(held: number, items: readonly T[], numberOf: (item: T) => number): T[] | null {
  const unknown = items.filter((item) => numberOf(item) > held);
  return unknown.every((item, index) => numberOf(item) === held + 1 + index) ? unknown : null;
}
