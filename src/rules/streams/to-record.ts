/** What becomes of what a stage sends: nothing, it is kept for its organizers, or it is published when a session ends. */
export type StageRecording = 'off' | 'keep' | 'publish';

/** A session as it is published, on a stage. Instants are epoch milliseconds. */
export interface OnStage {
  sessionId: string;
  startsAt: number;
  endsAt: number;
  cancelled: boolean;
  /** Nobody speaks in a break. */
  isBreak: boolean;
  /** What was decided for this one; null: as its stage and conference do. */
  wanted: boolean | null;
}

export interface RecordedWindow {
  sessionId: string;
  /** Epoch milliseconds. */
  from: number;
  to: number;
}

/** Milliseconds that are kept before a session begins and after it ends. */
export const LEAD = 30_000;
export const TAIL = 20_000;

/**
 * Whether a session may be recorded. In safety mode nothing is unless it was asked for by name; a session that was said not to be
 * never is.
 */
export function isToBeRecorded({ wanted, isBreak, cancelled }: OnStage, stage: StageRecording, safetyMode: boolean): boolean {
  if (cancelled || wanted === false) return false;
  if (wanted === true) return true;
  return stage !== 'off' && !safetyMode && !isBreak;
}

/**
 * From when to when each session of one room is recorded. A margin never reaches into a session that is not to be: a minute of it
 * would be a minute of somebody who did not want that.
 */
export function windowsToRecord(sessions: readonly OnStage[], stage: StageRecording, safetyMode: boolean): RecordedWindow[] {
  const wanted = sessions.filter((one) => isToBeRecorded(one, stage, safetyMode));
  const unwanted = sessions.filter((one) => !one.cancelled && !one.isBreak && !wanted.includes(one));
  return wanted.flatMap(({ sessionId, startsAt, endsAt }) => {
    let [from, to] = [startsAt - LEAD, endsAt + TAIL];
    for (const other of unwanted) {
      if (other.endsAt <= startsAt) from = Math.max(from, other.endsAt);
      else if (other.startsAt >= endsAt) to = Math.min(to, other.startsAt);
      // they share the room at once: what is heard of the one is heard of the other
      else return [];
    }
    return [{ sessionId, from, to }];
  });
}
