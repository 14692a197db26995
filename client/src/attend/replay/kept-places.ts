import { storedValue } from '../../app/stored-value.js';

/** Where somebody stopped, in whole seconds, by recording; the one that was watched last is last. On this device and nowhere else. */
export type KeptPlaces = ReadonlyMap<string, number>;

/** As many are remembered. */
const MOST = 50;
/** Who saw as little begins anew, in seconds. */
const LEAST = 5;
/** Who comes so near the end has finished: seconds, and of a short video a tenth. */
const NEAR_END = 15;

const stored = storedValue('meridian.replay-places');

export const keptPlace = (id: string): number | null => parsePlaces(stored.read()).get(id) ?? null;

/** Remembers where one is, or, where it is finished or hardly begun, that there is nothing to go on with. */
export function keepPlace(id: string, at: number, length: number): void {
  stored.write(JSON.stringify([...withPlace(parsePlaces(stored.read()), id, worthKeeping(at, length) ? at : null)]));
}

/** Nothing of what was watched stays here. */
export function forgetPlaces(): void {
  if (stored.read() !== null) stored.write('[]');
}

/** @param at, length seconds */
export function worthKeeping(at: number, length: number): boolean {
  return at >= LEAST && length - at > Math.min(NEAR_END, length / 10);
}

/** @param at seconds; null: forgotten */
export function withPlace(places: KeptPlaces, id: string, at: number | null): KeptPlaces {
  const others = [...places].filter(([known]) => known !== id);
  return new Map(at === null ? others : [...others.slice(1 - MOST), [id, Math.floor(at)]]);
}

/** What is kept may be of nobody's making: each part that does not hold is left out. */
export function parsePlaces(text: string | null): KeptPlaces {
  try {
    const kept: unknown = JSON.parse(text ?? '[]');
    return new Map(Array.isArray(kept) ? kept.filter(isPlace) : []);
  } catch {
    return new Map();
  }
}

function isPlace(value: unknown): value is [string, number] {
  return Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'number' && value[1] >= 0;
}
