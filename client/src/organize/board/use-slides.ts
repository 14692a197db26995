import { type RefObject, useLayoutEffect, useRef } from 'react';
import { isRightToLeft } from '../../attend/grid/use-scroll-view.js';
import type { BoardIndex } from './model/board-index.js';
import { type PlaneFrame, slotBox } from './plane/plane-frame.js';

/**
 * Lets sessions that an edit moved slide from their old place to their new one: the reader's own and those of others.
 * Not where motion is unwelcome, nor where all moves at once, as when the board is turned.
 */
export function useSlides(box: RefObject<HTMLElement | null>, index: BoardIndex, frame: PlaneFrame): void {
  const drawn = useRef({ index, frame });
  useLayoutEffect(() => {
    const before = drawn.current;
    drawn.current = { index, frame };
    if (box.current === null || before.index === index || before.frame.axis !== frame.axis || before.frame.line !== frame.line) return;
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const sign = isRightToLeft(box.current) ? -1 : 1;
    let slid = 0;
    for (const [id, entry] of index.byId) {
      const was = before.index.byId.get(id);
      if (was === undefined || was === entry || was.at === null || entry.at === null || slid > MOST) continue;
      const [from, to] = [slotBox(before.frame, was.at), slotBox(frame, entry.at)];
      const element = box.current.querySelector<HTMLElement>(`[data-session="${CSS.escape(id)}"] > button`);
      if (from === null || to === null || element === null || (from.inline === to.inline && from.block === to.block)) continue;
      slid += 1;
      element.animate(
        [{ transform: `translate(${sign * (from.inline - to.inline)}px, ${from.block - to.block}px)` }, { transform: 'none' }],
        { duration: 320, easing: 'cubic-bezier(0.2, 0.8, 0.2, 1)' },
      );
    }
  }, [box, index, frame]);
}

/** More than the eye can follow. */
const MOST = 40;
