import { backOff, codeOf, MOST_TRIES, type Failure } from '../outcome.js';
import { PushRefused } from './push-sender.js';

/** Whether the push service says that this device will not be told any more (RFC 8030, 7.3; 404 and 410). */
export const isGone = (thrown: unknown): boolean => thrown instanceof PushRefused && (thrown.status === 404 || thrown.status === 410);

/** Judges what sending a push threw, after so many tries. What is wrong with the message (4xx) stays wrong; all else may pass. */
export function judgePushFailure(thrown: unknown, tries: number): Failure {
  if (!(thrown instanceof PushRefused)) {
    const error = codeOf(thrown);
    return { error, retryInSeconds: error === 'ENOTPUBLIC' || tries >= MOST_TRIES ? null : backOff(tries) };
  }
  const { status, retryAfter } = thrown;
  const mayPass = status >= 500 || status === 429 || status === 408;
  return { error: `PUSH ${status}`, retryInSeconds: !mayPass || tries >= MOST_TRIES ? null : Math.min(Math.max(backOff(tries), retryAfter ?? 0), 14_400) };
}
