import type { Finding, FindingCode } from '../finding.js';
import type { Placed } from './placed.js';
import type { PreparedWorld } from './prepared-world.js';

/** A rule about one session in its slot, whatever else is placed. */
export type AloneRule = (placed: Placed, prepared: PreparedWorld) => Finding[];

/** A rule about sessions that share something: a room, a speaker, a venue's uplinks. */
export interface TogetherRule {
  readonly code: FindingCode;
  /** What it may share with others; sessions that share no key do not concern each other. */
  keysOf(placed: Placed): readonly string[];
  /** How much time may be between two sessions that still concern each other, in milliseconds. */
  reach(prepared: PreparedWorld): number;
  /**
   * The findings that a session brings about for those before it (by start, then id), which are all within reach and share
   * the key. So each finding is found once: at the last one that it concerns.
   */
  judge(placed: Placed, before: readonly Placed[], prepared: PreparedWorld, key: string): Finding[];
}

const NONE: Finding[] = [];

/** Judges a session with each one before it. */
export function inPairs(before: readonly Placed[], judge: (other: Placed) => Finding | null): Finding[] {
  if (before.length === 0) return NONE;
  return before.flatMap((other) => judge(other) ?? []);
}
