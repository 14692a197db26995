import { backOff, codeOf, MOST_TRIES, type Failure } from './outcome.js';

/** Judges what the mail library threw, after so many tries. A 5xx reply is final (RFC 5321, 4.2.1); all else may pass. */
export function judgeMailFailure(thrown: unknown, tries: number): Failure {
  const { responseCode } = (thrown ?? {}) as { responseCode?: unknown };
  const code = codeOf(thrown);
  const reply = typeof responseCode === 'number' ? responseCode : null;
  // wrong credentials are the operator's matter, and are put right without the mail being lost
  const isFinal = reply !== null && reply >= 500 && code !== 'EAUTH';
  return { error: [code, reply ?? ''].join(' ').trim(), retryInSeconds: isFinal || tries >= MOST_TRIES ? null : backOff(tries) };
}
