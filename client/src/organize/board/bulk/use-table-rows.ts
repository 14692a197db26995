import { defaultRangeExtractor, useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';

/** Pixels, about: the true ones are measured. */
const ROW = 39;
/** Rows that PageUp and PageDown pass. */
const PAGE = 10;

export interface TableRows {
  items: readonly VirtualItem[];
  /** Pixels of all rows together. */
  height: number;
  measure: (row: HTMLElement | null) => void;
  /** Of the row in which the focus is; null: in none. */
  onFocusRow: (position: number | null) => void;
  /** Leads from row to row in the same column. */
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>, position: number, cell: string) => void;
  focus: (position: number, cell: string) => void;
}

/**
 * The rows that are about to be seen, of thousands. The row with the focus stays in the page wherever one scrolls, with
 * its neighbours, so that neither what is typed nor Tab's way is lost.
 */
export function useTableRows(box: RefObject<HTMLElement | null>, count: number): TableRows {
  const [focused, setFocused] = useState<number | null>(null);
  const wanted = useRef<{ position: number; cell: string } | null>(null);
  const virtual = useVirtualizer({
    count, getScrollElement: () => box.current, estimateSize: () => ROW, overscan: 8,
    // below the headings, which stick
    scrollPaddingStart: ROW, scrollPaddingEnd: 8,
    rangeExtractor: (range) => {
      const beside = focused === null ? [] : [focused - 1, focused, focused + 1].filter((n) => n >= 0 && n < count);
      return [...new Set([...defaultRangeExtractor(range), ...beside])].sort((a, b) => a - b);
    },
  });
  const items = virtual.getVirtualItems();

  // after each drawing: the row that the focus was sent to may just have come
  useEffect(() => {
    if (wanted.current === null) return;
    const { position, cell } = wanted.current;
    const input = box.current?.querySelector<HTMLElement>(`[data-index="${position}"] [data-cell="${cell}"] input`);
    if (input == null) return;
    wanted.current = null;
    input.focus();
  });

  const focus = (position: number, cell: string): void => {
    const target = Math.max(0, Math.min(count - 1, position));
    wanted.current = { position: target, cell };
    virtual.scrollToIndex(target);
    // draws it, wherever the list is
    setFocused(target);
  };
  return {
    items, height: virtual.getTotalSize(), measure: virtual.measureElement, onFocusRow: setFocused, focus,
    onKeyDown: (event, position, cell) => {
      const to = stepOf(event, position, count);
      if (to === null) return;
      event.preventDefault();
      focus(to, cell);
    },
  };
}

function stepOf({ key, shiftKey, altKey, ctrlKey, metaKey }: KeyboardEvent, position: number, count: number): number | null {
  if (altKey) return null;
  switch (key) {
    case 'ArrowDown':
      return position + 1;
    case 'ArrowUp':
      return position - 1;
    case 'Enter':
      return position + (shiftKey ? -1 : 1);
    case 'PageDown':
      return position + PAGE;
    case 'PageUp':
      return position - PAGE;
    case 'Home':
      return ctrlKey || metaKey ? 0 : null;
    case 'End':
      return ctrlKey || metaKey ? count - 1 : null;
    default:
      return null;
  }
}
