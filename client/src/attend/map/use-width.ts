import { type RefCallback, useCallback, useState } from 'react';

/** The width in pixels of the element that gets the reference, followed; 0 until it is first laid out. */
export function useWidth(): [width: number, ref: RefCallback<HTMLElement>] {
  const [width, setWidth] = useState(0);
  const ref = useCallback<RefCallback<HTMLElement>>((element) => {
    if (element === null) return;
    // An element that is hidden for a while has no width: the last one is kept, so that nothing is drawn anew for it.
    const read = (): void => setWidth((held) => element.clientWidth || held);
    read();
    const resized = new ResizeObserver(read);
    resized.observe(element);
    return () => resized.disconnect();
  }, []);
  return [width, ref];
}
