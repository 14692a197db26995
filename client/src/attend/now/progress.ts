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

/** Days, hours and minutes of a stretch of time, in milliseconds. */
export interface TimeParts {
  days: number;
  hours: number;
  minutes: number;
}

/**
 * A stretch of time as people say it: in minutes under an hour, then in hours and minutes, then in days and hours.
 * What is dropped is rounded up, so that nothing is ever said to be over, or to start, before it is.
 */
export function timeParts(milliseconds: number): TimeParts {
  const minutes = Math.max(0, Math.ceil(milliseconds / 60_000));
  if (minutes < 24 * 60) return { days: 0, hours: Math.floor(minutes / 60), minutes: minutes % 60 };
  const hours = Math.ceil(minutes / 60);
  return { days: Math.floor(hours / 24), hours: hours % 24, minutes: 0 };
}
