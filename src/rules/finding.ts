import type { SessionId } from '../contract/ids.js';

/** A slot breaks a rule of placement. `sessions` are the ones concerned. The sentence for people is made from the code and the facts. */
export interface Finding {
  code: 'room-overlap' | 'speaker-overlap';
  severity: 'blocking' | 'warning';
  sessions: SessionId[];
  facts: Record<string, string | number>;
}
