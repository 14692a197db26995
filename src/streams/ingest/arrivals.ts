import type { Feed } from './feed.js';

/** Told what arrives on inputs, whatever way it comes. */
export interface Arrivals {
  arrived(inputId: string, feed: Feed): void;
  /** As soon as it is known; where another publisher took its place, before that one arrives. */
  gone(inputId: string, feed: Feed): void;
}
