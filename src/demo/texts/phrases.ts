import type { DemoTopic, TrackKey } from '../world.js';

/** Sentences of one language that any topic of a track, or any session of a kind, may carry. */
export interface Phrases {
  tracks: Record<TrackKey, readonly [string, string]>;
  kinds: Record<DemoTopic['kind'], string>;
  /** The break, and what it is for. */
  breaks: readonly (readonly [title: string, abstract: string])[];
}
