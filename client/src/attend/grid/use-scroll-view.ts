import { type RefObject, useEffect, useState } from 'react';

/** The part of a scrolled area worth drawing, in pixels from its start of line and its top. */
export interface ScrollView {
  start: number;
  end: number;
  top: number;
  bottom: number;
  /** Of the box that scrolls. */
  width: number;
}

/** A view is drawn anew once per so many pixels of scrolling, with as many to spare on each side, unless asked otherwise. */
const STEP = 256;

const BEFORE_MEASURED: ScrollView = { start: 0, end: 2_048, top: 0, bottom: 1_024, width: 0 };

/** What of a scrolled element is in view, in coarse steps: most frames of a scroll change nothing and so draw nothing. */
export function useScrollView(ref: RefObject<HTMLElement | null>, step = STEP): ScrollView {
  const [view, setView] = useState(BEFORE_MEASURED);
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const read = (): void => setView((held) => steadied(held, measure(element, step)));
    read();
    element.addEventListener('scroll', read, { passive: true });
    const resized = new ResizeObserver(read);
    resized.observe(element);
    return () => {
      element.removeEventListener('scroll', read);
      resized.disconnect();
    };
  }, [ref, step]);
  return view;
}

/** How far an element is scrolled along the line of text, whichever way that runs: browsers count it negative in right-to-left. */
export function inlineScroll(element: HTMLElement): number {
  return Math.abs(element.scrollLeft);
}

/** Scrolls so that a point, in pixels from the start of line and the top, stands at the corner of the box. */
export function scrollToPoint(element: HTMLElement, point: { inline?: number; block?: number }, smooth = false): void {
  const sign = isRightToLeft(element) ? -1 : 1;
  element.scrollTo({
    left: point.inline === undefined ? undefined : sign * Math.max(0, point.inline),
    top: point.block === undefined ? undefined : Math.max(0, point.block),
    behavior: smooth && !matchMedia('(prefers-reduced-motion: reduce)').matches ? 'smooth' : 'auto',
  });
}

export function isRightToLeft(element: HTMLElement): boolean {
  return getComputedStyle(element).direction === 'rtl';
}

function measure(element: HTMLElement, step: number): ScrollView {
  const down = (pixels: number): number => Math.floor(pixels / step) * step - step;
  const up = (pixels: number): number => Math.ceil(pixels / step) * step + step;
  const inline = inlineScroll(element);
  return {
    start: down(inline),
    end: up(inline + element.clientWidth),
    top: down(element.scrollTop),
    bottom: up(element.scrollTop + element.clientHeight),
    width: element.clientWidth,
  };
}

function steadied(held: ScrollView, next: ScrollView): ScrollView {
  const same = held.start === next.start && held.end === next.end && held.top === next.top && held.bottom === next.bottom && held.width === next.width;
  return same ? held : next;
}
