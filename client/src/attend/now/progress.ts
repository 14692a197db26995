interface Span {
  /** Epoch milliseconds. */
  start: number;
  end: number;
}

/** The part of a session that is over, 0 to 1. */
export function progressAt({ start, end }: Span, instant: number): number {
  if (end <= start) return instant < start ? 0 : 1;
  return Math.min(1, Math.max(0, (instant - start) / (end - start)));
}

/** Minutes in a stretch of milliseconds, rounded up, so that nothing is ever said to be over, or to start, before it is. */
export function wholeMinutes(milliseconds: number): number {
  return Math.max(0, Math.ceil(milliseconds / 60_000));
}
