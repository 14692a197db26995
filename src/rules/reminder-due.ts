const DAY = 24 * 3_600_000;

/** Never more often than this, whoever asks. Milliseconds. */
export const LEAST_BETWEEN_REMINDERS = DAY;

/**
 * Whether the schedule wants a reminder now: some unanswered slot has come within one of the days of the schedule since
 * the speaker was last reminded. A server that was off at the mark catches up with one reminder, not with one a mark.
 *
 * @param starts of the slots that wait for an answer; instants are epoch milliseconds
 */
export function isReminderDue(starts: readonly number[], daysBefore: readonly number[], remindedAt: number | null, now: number): boolean {
  if (remindedAt !== null && now - remindedAt < LEAST_BETWEEN_REMINDERS) return false;
  return starts.some((start) =>
    daysBefore.some((days) => {
      const mark = start - days * DAY;
      return mark <= now && now < start && (remindedAt === null || remindedAt < mark);
    }),
  );
}
