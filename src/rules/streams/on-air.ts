/** From `at` (epoch milliseconds) on, the programme shows that stage; null: the slate. */
export interface PlannedHandOver<Stage extends string = string> {
  at: number;
  to: Stage | null;
}

export interface OnAirNow<Stage extends string = string> {
  /** Null: the slate, also before the first hand-over. */
  stage: Stage | null;
  /** Since when; null before the first hand-over. */
  since: number | null;
  /** The next hand-over, for whoever wakes up then; null where none is planned. */
  next: PlannedHandOver<Stage> | null;
}

/** What the run of show has on air at an instant. It may be in any order; of two at the same instant the later in the list counts. */
export function onAir<Stage extends string>(runOfShow: readonly PlannedHandOver<Stage>[], now: number): OnAirNow<Stage> {
  let current: PlannedHandOver<Stage> | null = null;
  let next: PlannedHandOver<Stage> | null = null;
  for (const handOver of runOfShow) {
    if (handOver.at <= now && handOver.at >= (current?.at ?? -Infinity)) current = handOver;
    if (handOver.at > now && handOver.at <= (next?.at ?? Infinity)) next = handOver;
  }
  return { stage: current?.to ?? null, since: current?.at ?? null, next };
}
