import { type FocusEvent, type KeyboardEvent, type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Block, CityGroup } from './layout-day.js';
import { type Direction, neighbour } from './neighbour.js';
import { isRightToLeft } from './use-scroll-view.js';

export interface Roving {
  /** The one block that the Tab key reaches; null in an empty grid. */
  activeId: string | null;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  onFocus: (event: FocusEvent<HTMLElement>) => void;
}

/** Which way each arrow leads: along the line of text, against it, down, up. */
const KEYS = {
  across: { forward: 'later', back: 'earlier', ArrowDown: 'next-room', ArrowUp: 'previous-room' },
  down: { forward: 'next-room', back: 'previous-room', ArrowDown: 'later', ArrowUp: 'earlier' },
} as const;

/**
 * One Tab stop for the whole grid; arrows, Home and End move among the blocks. The active block has to be drawn wherever
 * it is, and `reveal` brings it into view, since the focus must not be lost to what is not in view.
 */
export function useRoving(
  grid: RefObject<HTMLElement | null>, groups: readonly CityGroup[], now: number, time: 'across' | 'down', reveal: (block: Block) => void,
): Roving {
  const [chosen, setChosen] = useState<string | null>(null);
  const toFocus = useRef<string | null>(null);
  const ids = useMemo(() => new Set(groups.flatMap((group) => group.rows.flatMap((row) => row.blocks.map((block) => block.entry.session.id as string)))), [groups]);
  const activeId = chosen !== null && ids.has(chosen) ? chosen : firstStop(groups, now);

  useLayoutEffect(() => {
    if (toFocus.current === null) return;
    grid.current?.querySelector<HTMLElement>(`[data-session="${CSS.escape(toFocus.current)}"] a`)?.focus({ preventScroll: true });
    toFocus.current = null;
  });

  return {
    activeId,
    onFocus: (event) => {
      const id = sessionOf(event.target);
      if (id !== null) setChosen(id);
    },
    onKeyDown: (event) => {
      const id = sessionOf(event.target);
      const direction = directionOf(event, time);
      if (id === null || direction === null) return;
      event.preventDefault();
      const block = neighbour(groups.flatMap((group) => group.rows.map((row) => row.blocks)), ({ entry }) => entry.session.id === id, direction);
      if (block === null) return;
      toFocus.current = block.entry.session.id;
      setChosen(block.entry.session.id);
      reveal(block);
    },
  };
}

/** The first that is on, else the first of all. */
function firstStop(groups: readonly CityGroup[], now: number): string | null {
  const blocks = groups.flatMap((group) => group.rows.flatMap((row) => row.blocks));
  const on = blocks.find((block) => block.entry.start <= now && now < block.entry.end);
  return (on ?? blocks[0])?.entry.session.id ?? null;
}

function sessionOf(target: EventTarget): string | null {
  return target instanceof Element ? (target.closest<HTMLElement>('[data-session]')?.dataset.session ?? null) : null;
}

function directionOf(event: KeyboardEvent<HTMLElement>, time: 'across' | 'down'): Direction | null {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return null;
  const keys = KEYS[time];
  const forward = isRightToLeft(event.currentTarget) ? 'ArrowLeft' : 'ArrowRight';
  switch (event.key) {
    case 'ArrowLeft':
    case 'ArrowRight':
      return event.key === forward ? keys.forward : keys.back;
    case 'ArrowDown':
    case 'ArrowUp':
      return keys[event.key];
    case 'Home':
      return 'first';
    case 'End':
      return 'last';
    default:
      return null;
  }
}
