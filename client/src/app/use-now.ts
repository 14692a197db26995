import { useSyncExternalStore } from 'react';

interface Clock {
  subscribe: (listener: () => void) => () => void;
  read: () => number;
}

const clocks = new Map<number, Clock>();

/**
 * The present, epoch milliseconds, brought forward every `interval` milliseconds on whole multiples of it, so that all
 * that shows minutes turns at once. Stands still while the page is hidden.
 */
export function useNow(interval: number): number {
  const clock = clockOf(interval);
  return useSyncExternalStore(clock.subscribe, clock.read);
}

function clockOf(interval: number): Clock {
  let clock = clocks.get(interval);
  if (clock === undefined) clocks.set(interval, (clock = startClock(interval)));
  return clock;
}

function startClock(interval: number): Clock {
  const listeners = new Set<() => void>();
  let now = Date.now();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const tick = (): void => {
    clearTimeout(timer);
    if (listeners.size === 0 || document.visibilityState === 'hidden') return;
    now = Date.now();
    timer = setTimeout(tick, interval - (now % interval));
    for (const listener of listeners) listener();
  };
  document.addEventListener('visibilitychange', tick);

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      if (listeners.size === 1) tick();
      return () => listeners.delete(listener);
    },
    read: () => {
      // no one kept it going: a view that comes later must not begin in the past
      if (listeners.size === 0) now = Date.now() - (Date.now() % interval);
      return now;
    },
  };
}
