/** How long what was claimed is left alone before another process may take it: longer than any attempt lasts. */
export const LEASE_SECONDS = 300;
/** Milliseconds that one attempt may take in all. */
export const ATTEMPT_MS = 60_000;
/** About a day in all; then it stays in the outbox with its error. */
export const MOST_TRIES = 12;

/** Seconds until the next attempt after so many: half a minute, doubled each time, four hours at most. */
export function backOff(tries: number): number {
  return Math.min(30 * 2 ** (tries - 1), 14_400);
}

/** What became of an attempt that failed. `error` is a code, for the outbox and the log: what a server says quotes addresses. */
export interface Failure {
  error: string;
  /** Null: there is no sense in trying again. */
  retryInSeconds: number | null;
}

/** The code of an error of Node's or of a library's, where it is one; their words are never kept. */
export function codeOf(thrown: unknown): string {
  const { code } = (thrown ?? {}) as { code?: unknown };
  return typeof code === 'string' && /^[A-Z][A-Z_]{1,40}$/.test(code) ? code : 'EUNKNOWN';
}
