import { type RefObject, useLayoutEffect, useState } from 'react';

/** The width of an element in pixels, followed; 0 until it is measured. */
export function useWidth(ref: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const read = (): void => setWidth(element.clientWidth);
    read();
    const resized = new ResizeObserver(read);
    resized.observe(element);
    return () => resized.disconnect();
  }, [ref]);
  return width;
}
