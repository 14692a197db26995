import { useEffect, useState, type RefObject } from 'react';

const AFTER_MS = 3_000;

/** Whether nobody has moved a pointer or pressed a key in it for a while. False unless `watched`. */
export function useIdle(frame: RefObject<HTMLElement | null>, watched: boolean): boolean {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    const element = frame.current;
    if (!watched || element === null) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stir = (): void => {
      clearTimeout(timer);
      setIdle(false);
      timer = setTimeout(() => setIdle(true), AFTER_MS);
    };
    const ended = new AbortController();
    for (const event of ['pointermove', 'pointerdown', 'keydown', 'focusin'] as const) element.addEventListener(event, stir, { signal: ended.signal });
    stir();
    return () => {
      ended.abort();
      clearTimeout(timer);
      setIdle(false);
    };
  }, [frame, watched]);
  return idle;
}
