import { type RefObject, useLayoutEffect, useRef } from 'react';
import { movedBlocks, type Spot } from './moved-blocks.js';
import { isRightToLeft } from './use-scroll-view.js';

/**
 * Lets blocks slide from their old place to their new one when a change moves their session. `scene` names what is
 * looked at (day, scale): nothing slides from one scene to another. Nor where motion is unwelcome.
 */
export function useSlides(grid: RefObject<HTMLElement | null>, spots: ReadonlyMap<string, Spot>, scene: string): void {
  const drawn = useRef({ spots, scene });
  useLayoutEffect(() => {
    const before = drawn.current;
    drawn.current = { spots, scene };
    if (grid.current === null || before.spots === spots || before.scene !== scene) return;
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const sign = isRightToLeft(grid.current) ? -1 : 1;
    for (const { id, dx, dy } of movedBlocks(before.spots, spots)) {
      grid.current.querySelector(`[data-session="${CSS.escape(id)}"]`)?.animate(
        [{ transform: `translate(${sign * dx}px, ${dy}px)`, zIndex: 3 }, { transform: 'none', zIndex: 3 }],
        { duration: 600, easing: 'cubic-bezier(0.2, 0.8, 0.2, 1)' },
      );
    }
  }, [grid, spots, scene]);
}
