import { type RefObject, useLayoutEffect } from 'react';

/** Tells an element's style sheet how much of the page stands above it (`--above`), so that it ends where the window does. */
export function useFillsWindow(element: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const measure = (): void => {
      const held = element.current;
      held?.style.setProperty('--above', `${Math.round(held.getBoundingClientRect().top + scrollY)}px`);
    };
    measure();
    // a banner that comes or goes makes the page longer or shorter
    const resized = new ResizeObserver(measure);
    resized.observe(document.body);
    return () => resized.disconnect();
  }, [element]);
}
