/** Scrolls to what was just added and puts the focus there, so that eyes, keyboard and screen reader find it. */
export function bringIntoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
  element?.focus({ preventScroll: true });
}
