import type { BoardEntry } from '../model/board-index.js';

export interface TableView {
  /** Null: as they were chosen. */
  sort: { by: 'title' | 'track'; down: boolean } | null;
  /** An id; `none` for sessions without a track; empty for all. */
  trackId: string;
}

export const AS_CHOSEN: TableView = { sort: null, trackId: '' };

/** Positions of the rows that are shown, in their order. Sorted by what is not edited here, so that no row jumps while it is typed in. */
export function rowsShown(entries: readonly BoardEntry[], { sort, trackId }: TableView, compare: (a: string, b: string) => number): number[] {
  const shown = [...entries.keys()].filter((n) => trackId === '' || (entries[n]!.track?.id ?? 'none') === trackId);
  if (sort === null) return shown;
  const wordOf = (n: number): string | null => (sort.by === 'title' ? entries[n]!.session.title : (entries[n]!.track?.name ?? null));
  return shown.sort((a, b) => {
    const [one, other] = [wordOf(a), wordOf(b)];
    // what has no track stands last, up and down
    if (one === null || other === null) return Number(one === null) - Number(other === null) || a - b;
    return compare(one, other) * (sort.down ? -1 : 1) || a - b;
  });
}

/** Up, then down, then as they were chosen. */
export function sortedBy(view: TableView, by: 'title' | 'track'): TableView {
  if (view.sort?.by !== by) return { ...view, sort: { by, down: false } };
  return { ...view, sort: view.sort.down ? null : { by, down: true } };
}
