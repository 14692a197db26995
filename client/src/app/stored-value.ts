/** A text kept on this device under a key, followed across tabs. Works, for this visit only, where storage is off. */
export interface StoredValue {
  read: () => string | null;
  write: (value: string) => void;
  subscribe: (listener: () => void) => () => void;
}

export function storedValue(key: string): StoredValue {
  const listeners = new Set<() => void>();
  let held = readStorage(key);
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const fromOtherTab = (event: StorageEvent): void => {
    if (event.key !== key && event.key !== null) return;
    held = readStorage(key);
    tell();
  };
  return {
    read: () => held,
    write: (value) => {
      held = value;
      try {
        localStorage.setItem(key, value);
      } catch {
        // full or forbidden: it holds until the page is closed
      }
      tell();
    },
    subscribe: (listener) => {
      if (listeners.size === 0) addEventListener('storage', fromOtherTab);
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) removeEventListener('storage', fromOtherTab);
      };
    },
  };
}

function readStorage(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
