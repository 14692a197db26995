import { useEffect, type RefObject } from 'react';
import { useLocation } from 'react-router';

/**
 * A bar with more links than fit shows the one whose page is open, also when further ones come in later.
 * @param bar filled while the bar is drawn
 * @param drawn changes when the bar is drawn anew
 */
export function useOpenPageInView(bar: RefObject<HTMLElement | null>, drawn?: boolean): void {
  const { pathname } = useLocation();
  useEffect(() => {
    const nav = bar.current;
    if (nav === null) return undefined;
    const show = (): void => showOpenPage(nav);
    show();
    const observer = new MutationObserver(show);
    observer.observe(nav, { childList: true });
    return () => observer.disconnect();
  }, [bar, pathname, drawn]);
}

/** Scrolls the bar, and nothing but the bar: `scrollIntoView` would also move where the next Tab starts from. */
function showOpenPage(nav: HTMLElement): void {
  const link = nav.querySelector('[aria-current]');
  if (link === null || nav.scrollWidth <= nav.clientWidth) return;
  const [bar, open] = [nav.getBoundingClientRect(), link.getBoundingClientRect()];
  if (open.left < bar.left) nav.scrollBy({ left: open.left - bar.left });
  else if (open.right > bar.right) nav.scrollBy({ left: open.right - bar.right });
}
