import type { Random } from './random.js';

/**
 * A solution that is changed move by move. The search knows nothing of what is planned: sessions into rooms, or anything
 * else, is whatever stands behind this.
 */
export interface SearchState {
  /** What must be none in the end, such as minutes that have no place. Less is better, before any soft cost. */
  readonly hard: number;
  /** What is as little as can be. */
  readonly soft: number;
  /**
   * Makes one random move and keeps `hard` and `soft` true. False when none was found: then nothing changed. One that would add
   * more than `atMost` to the soft cost, and take nothing off the hard one, may be given up before it is made.
   */
  move(random: Random, atMost: number): boolean;
  /** Takes back the last move that returned true. */
  undo(): void;
  /** Writes the solution down; `restore` returns to one that was. Snapshots are never changed. */
  save(): Snapshot;
  restore(snapshot: Snapshot): void;
}

/** A solution written down, in a form that only the state that wrote it reads. */
export type Snapshot = Int32Array;

export interface Score {
  hard: number;
  soft: number;
}

export function isBetter(score: Score, than: Score): boolean {
  return score.hard < than.hard || (score.hard === than.hard && score.soft < than.soft);
}
