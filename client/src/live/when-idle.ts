/** Calls back when the page has nothing better to do, at the latest after `atMost` milliseconds. Returns how to call it off. */
export function whenIdle(act: () => void, atMost: number): () => void {
  // not in Safari
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(act, Math.min(atMost, 1_000));
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(act, { timeout: atMost });
  return () => cancelIdleCallback(handle);
}
