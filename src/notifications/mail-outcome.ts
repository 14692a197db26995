/** How long a claimed mail is left alone before another process may take it: longer than any attempt lasts. */
export const LEASE_SECONDS = 300;
/** Milliseconds that one attempt may take in all. */
export const ATTEMPT_MS = 60_000;
/** About a day in all; then the mail stays in the outbox with its error. */
export const MOST_TRIES = 12;

/** Seconds until the next attempt after so many: half a minute, doubled each time, four hours at most. */
export function backOff(tries: number): number {
  return Math.min(30 * 2 ** (tries - 1), 14_400);
}

/** What became of an attempt that failed. `error` is a code, for the outbox and the log: what a mail server says quotes addresses. */
export interface Failure {
  error: string;
  /** Null: there is no sense in trying again. */
  retryInSeconds: number | null;
}

/** Judges what the mail library threw, after so many tries. A 5xx reply is final (RFC 5321, 4.2.1); all else may pass. */
export function judgeFailure(thrown: unknown, tries: number): Failure {
  const { code, responseCode } = (thrown ?? {}) as { code?: unknown; responseCode?: unknown };
  const reply = typeof responseCode === 'number' ? responseCode : null;
  const error = [typeof code === 'string' && /^[A-Z]{2,30}$/.test(code) ? code : 'EUNKNOWN', reply ?? ''].join(' ').trim();
  // wrong credentials are the operator's matter, and are put right without the mail being lost
  const isFinal = reply !== null && reply >= 500 && code !== 'EAUTH';
  return { error, retryInSeconds: isFinal || tries >= MOST_TRIES ? null : backOff(tries) };
}
