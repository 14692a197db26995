/**
 * Gives this process as much of a browser as the web client's live half asks of one, at an address: so that many of the very
 * clients that people run can be run here. Nothing is drawn and nothing is kept on a device. Returns how to take it back.
 */
export function actAsBrowserAt(address: string): () => void {
  const page = new EventTarget();
  const fetchAbsolute = globalThis.fetch;
  const added: Record<string, unknown> = {
    location: new URL(address),
    document: Object.assign(new EventTarget(), { visibilityState: 'visible' }),
    addEventListener: page.addEventListener.bind(page),
    removeEventListener: page.removeEventListener.bind(page),
    requestAnimationFrame: (draw: () => void) => setImmediate(draw),
    fetch: async (path: string, options?: RequestInit) => await fetchAbsolute(new URL(path, address), options),
  };
  const before = Object.fromEntries(Object.keys(added).map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)]));
  for (const [name, value] of Object.entries(added)) Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  return () => {
    for (const [name, descriptor] of Object.entries(before)) {
      if (descriptor === undefined) Reflect.deleteProperty(globalThis, name);
      else Object.defineProperty(globalThis, name, descriptor);
    }
  };
}
