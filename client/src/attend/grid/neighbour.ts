import type { Block, CityGroup } from './layout-day.js';

export type Direction = 'earlier' | 'later' | 'previous-room' | 'next-room' | 'first' | 'last';

/**
 * The block that a key leads to from the session `id`: the one before or after in its room, or the one nearest in time
 * in the closest room above or below that has any. Null when there is none, or `id` is not in the grid.
 */
export function neighbour(groups: readonly CityGroup[], id: string, direction: Direction): Block | null {
  const rows = groups.flatMap((group) => group.rows).filter((row) => row.blocks.length > 0);
  const at = rows.findIndex((row) => row.blocks.some((block) => block.entry.session.id === id));
  const row = rows[at];
  if (row === undefined) return null;
  const column = row.blocks.findIndex((block) => block.entry.session.id === id);
  switch (direction) {
    case 'earlier':
      return row.blocks[column - 1] ?? null;
    case 'later':
      return row.blocks[column + 1] ?? null;
    case 'first':
      return row.blocks[0] ?? null;
    case 'last':
      return row.blocks.at(-1) ?? null;
    case 'previous-room':
      return nearest(rows[at - 1]?.blocks ?? [], row.blocks[column]!);
    case 'next-room':
      return nearest(rows[at + 1]?.blocks ?? [], row.blocks[column]!);
  }
}

/** Smallest gap first (an overlap is a gap below zero: the longer the better), then the closest start. */
function nearest(blocks: readonly Block[], to: Block): Block | null {
  const gap = (block: Block): number => Math.max(block.start, to.start) - Math.min(block.end, to.end);
  const drift = (block: Block): number => Math.abs(block.start - to.start);
  return blocks.reduce<Block | null>(
    (best, block) => (best === null || gap(block) < gap(best) || (gap(block) === gap(best) && drift(block) < drift(best)) ? block : best),
    null,
  );
}
