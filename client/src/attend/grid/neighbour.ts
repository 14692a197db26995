export type Direction = 'earlier' | 'later' | 'previous-room' | 'next-room' | 'first' | 'last';

interface Spanning {
  /** Epoch milliseconds. */
  start: number;
  end: number;
}

/**
 * The block that a key leads to from the one that `isHere`: the one before or after in its room, or the one nearest in time
 * in the closest room above or below that has any. Null when there is none, or nothing is here.
 */
export function neighbour<B extends Spanning>(rooms: readonly (readonly B[])[], isHere: (block: B) => boolean, direction: Direction): B | null {
  const rows = rooms.filter((row) => row.length > 0);
  const at = rows.findIndex((row) => row.some(isHere));
  const row = rows[at];
  if (row === undefined) return null;
  const column = row.findIndex(isHere);
  switch (direction) {
    case 'earlier':
      return row[column - 1] ?? null;
    case 'later':
      return row[column + 1] ?? null;
    case 'first':
      return row[0] ?? null;
    case 'last':
      return row.at(-1) ?? null;
    case 'previous-room':
      return nearest(rows[at - 1] ?? [], row[column]!);
    case 'next-room':
      return nearest(rows[at + 1] ?? [], row[column]!);
  }
}

/** Smallest gap first (an overlap is a gap below zero: the longer the better), then the closest start. */
function nearest<B extends Spanning>(blocks: readonly B[], to: B): B | null {
  const gap = (block: B): number => Math.max(block.start, to.start) - Math.min(block.end, to.end);
  const drift = (block: B): number => Math.abs(block.start - to.start);
  return blocks.reduce<B | null>(
    (best, block) => (best === null || gap(block) < gap(best) || (gap(block) === gap(best) && drift(block) < drift(best)) ? block : best),
    null,
  );
}
