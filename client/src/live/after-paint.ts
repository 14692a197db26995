/** Acts once what is shown is on the screen; soon, where the page is hidden and nothing is drawn. Returns how to call it off. */
export function afterPaint(act: () => void): () => void {
  let waiting = true;
  const once = (): void => {
    if (!waiting) return;
    waiting = false;
    act();
  };
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, 1_000);
  return () => {
    waiting = false;
  };
}
