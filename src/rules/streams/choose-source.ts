import type { InputHealth } from './input-state.js';

/** What the director wants: one of the paths, the slate, or the best there is. */
export type WantedSource = 'automatic' | StageSource;
export type StageSource = 'primary' | 'backup' | 'slate';

/** Which source a stage shows. A value: `chooseSource` makes the next one. */
export interface StageDecision {
  on: StageSource;
  /** Epoch milliseconds. */
  since: number;
}

export interface StageInputs {
  /** Null: the stage has no such input. */
  primary: InputHealth | null;
  backup: InputHealth | null;
}

/** Milliseconds that a source must have been live before a good one is left for it. */
const RETURN_AFTER = 30_000;

/**
 * Failover at once, return only after 30 s of health. What the director wants is shown as long as anything comes from it, frozen or slow
 * as it may be; when nothing does, the best of the others stands in, for nobody is served by a dead picture.
 */
export function chooseSource(decision: StageDecision, wanted: WantedSource, inputs: StageInputs, now: number): StageDecision {
  const on = chosen(decision.on, wanted, inputs, now);
  return on === decision.on ? decision : { on, since: now };
}

function chosen(on: StageSource, wanted: WantedSource, inputs: StageInputs, now: number): StageSource {
  if (wanted === 'slate' || (wanted !== 'automatic' && sends(inputs[wanted]))) return wanted;
  const inOrder = ['primary', 'backup'] as const;
  const good = inOrder.filter((role) => inputs[role]?.state === 'live');
  const current = on === 'slate' ? null : inputs[on];
  if (current?.state === 'live') return good.find((role) => role === on || isProven(inputs[role]!, now)) ?? on;
  return good[0] ?? (sends(current) ? on : undefined) ?? inOrder.find((role) => sends(inputs[role])) ?? 'slate';
}

const isProven = (health: InputHealth, now: number): boolean => now - health.since >= RETURN_AFTER;

/** Something comes from it, of whatever quality. */
const sends = (health: InputHealth | null): boolean => health !== null && (health.state === 'live' || (health.state === 'degraded' && health.fault !== 'stalled'));
