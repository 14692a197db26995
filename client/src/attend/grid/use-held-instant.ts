import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { inlineScroll, scrollToPoint } from './use-scroll-view.js';

/** Keeps the time in the middle of the box where it is when the scale (pixels an hour) changes. */
export function useHeldInstant(box: RefObject<HTMLElement | null>, axis: 'inline' | 'block', hour: number): void {
  const held = useRef({ scroll: 0, hour });
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    // Noted as one scrolls: once the content has shrunk, the browser has already moved it.
    const note = (): void => {
      held.current.scroll = axis === 'inline' ? inlineScroll(element) : element.scrollTop;
    };
    element.addEventListener('scroll', note, { passive: true });
    return () => element.removeEventListener('scroll', note);
  }, [box, axis]);
  useLayoutEffect(() => {
    const element = box.current;
    const before = held.current;
    if (element === null || before.hour === hour) return;
    const half = (axis === 'inline' ? element.clientWidth : element.clientHeight) / 2;
    held.current = { scroll: (before.scroll + half) * (hour / before.hour) - half, hour };
    scrollToPoint(element, { [axis]: held.current.scroll });
  }, [box, axis, hour]);
}
