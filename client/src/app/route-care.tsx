import { useEffect, useLayoutEffect, useRef } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router';

/** Scroll positions of this visit, by the entry of the history. */
const positions = new Map<string, number>();

/**
 * What a browser does between pages, for pages that are drawn by script: a new page begins at its top with the focus
 * on its heading, so that it is read out; going back returns to the place that one left.
 */
export function RouteCare() {
  const { pathname, key } = useLocation();
  const type = useNavigationType();
  const shown = useRef(pathname);

  useEffect(() => {
    history.scrollRestoration = 'manual';
  }, []);

  useEffect(() => {
    const remember = (): void => {
      positions.set(key, scrollY);
    };
    addEventListener('scroll', remember, { passive: true });
    return () => removeEventListener('scroll', remember);
  }, [key]);

  useLayoutEffect(() => {
    if (shown.current === pathname) return undefined;
    shown.current = pathname;
    const position = type === NavigationType.Pop ? (positions.get(key) ?? 0) : 0;
    scrollTo(0, position);
    // the page may be on its way still: its heading is waited for
    return whenThere('main h1', (heading) => {
      if (position > 0) scrollTo(0, position);
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    });
  }, [pathname, key, type]);

  return null;
}

function whenThere(selector: string, act: (element: HTMLElement) => void): () => void {
  const found = document.querySelector<HTMLElement>(selector);
  if (found !== null) {
    act(found);
    return () => undefined;
  }
  const observer = new MutationObserver(() => {
    const late = document.querySelector<HTMLElement>(selector);
    if (late === null) return;
    observer.disconnect();
    act(late);
  });
  observer.observe(document.body, { childList: true, subtree: true });
  return () => observer.disconnect();
}
