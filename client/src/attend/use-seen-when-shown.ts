import { type RefObject, useEffect } from 'react';
import { useLiveAgenda } from '../live/live-agenda.js';

/** Milliseconds that a change is in view before it counts as seen. */
const LOOKED_AT = 4_000;

/** Marks a session's changes as seen once its element was in view for a while, on a page that is looked at. */
export function useSeenWhenShown(sessionId: string, unseen: boolean, element: RefObject<HTMLElement | null>): void {
  const { markSeen } = useLiveAgenda();
  useEffect(() => {
    const shown = element.current;
    if (!unseen || shown === null) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let inView = false;
    const look = (): void => {
      clearTimeout(timer);
      if (inView && document.visibilityState === 'visible') timer = setTimeout(() => markSeen(sessionId), LOOKED_AT);
    };
    const observer = new IntersectionObserver(([entry]) => {
      inView = entry?.isIntersecting ?? false;
      look();
    }, { threshold: 0.6 });
    observer.observe(shown);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      document.removeEventListener('visibilitychange', look);
    };
  }, [sessionId, unseen, element, markSeen]);
}
