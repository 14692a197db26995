import type { CityGroup, RoomRow } from './layout-day.js';

/** Pixels. */
export interface RowSizes {
  header: number;
  lane: number;
  /** Above and below the lanes of a row, together. */
  padding: number;
  /** After each city. */
  gap: number;
}

export interface RowBox {
  row: RoomRow;
  /** Pixels from the top of its city's box. */
  top: number;
  height: number;
  /** Place among all rows of the grid, city headers counted, from 1: what `aria-rowindex` says. */
  index: number;
}

export interface GroupBox {
  group: CityGroup;
  /** Pixels from the top of the grid. */
  top: number;
  height: number;
  index: number;
  rows: readonly RowBox[];
}

/** Where each city and room stands, so that only what is in view need be drawn. */
export function stackGroups(groups: readonly CityGroup[], sizes: RowSizes): { boxes: GroupBox[]; height: number; rowCount: number } {
  let top = 0;
  let index = 0;
  const boxes = groups.map((group): GroupBox => {
    index += 1;
    const header = index;
    let inside = sizes.header;
    const rows = group.rows.map((row): RowBox => {
      index += 1;
      const box = { row, top: inside, height: row.lanes * sizes.lane + sizes.padding, index };
      inside += box.height;
      return box;
    });
    const box = { group, top, height: inside, index: header, rows };
    top += inside + sizes.gap;
    return box;
  });
  return { boxes, height: top, rowCount: index };
}

/** Those of a run of boxes (in order, none overlapping) that touch `[from, to)`. */
export function boxesBetween<B extends { top: number; height: number }>(boxes: readonly B[], from: number, to: number): readonly B[] {
  return boxes.slice(
    firstIndex(boxes, (box) => box.top + box.height > from),
    firstIndex(boxes, (box) => box.top >= to),
  );
}

/** The first index at which `holds` is true, when it is false before and true after; the length when never. */
function firstIndex<B>(list: readonly B[], holds: (item: B) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(list[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
