import { useSyncExternalStore } from 'react';
import { storedValue } from '../../app/stored-value.js';

/** Times as fast as it was spoken. */
export const SPEEDS = [0.75, 1, 1.25, 1.5, 1.75, 2] as const;
export type Speed = (typeof SPEEDS)[number];

const stored = storedValue('meridian.replay-speed');

export const readSpeed = (): Speed => parseSpeed(stored.read());
export const keepSpeed = (speed: Speed): void => stored.write(String(speed));

/** How fast recordings are played on this device. */
export function useSpeed(): Speed {
  return useSyncExternalStore(stored.subscribe, readSpeed);
}

/** What is kept may be of nobody's making. */
export function parseSpeed(text: string | null): Speed {
  return SPEEDS.find((speed) => String(speed) === text) ?? 1;
}

/** The next one, slower or faster; the same at either end. */
export function nextSpeed(speed: Speed, direction: -1 | 1): Speed {
  return SPEEDS[SPEEDS.indexOf(speed) + direction] ?? speed;
}
