import { Temporal } from 'temporal-polyfill';

/**
 * The instants in `[from, to)` at which the clocks of `zone` show a whole hour that `step` divides.
 * Found on the clock of the zone, so that they are right for offsets of half and quarter hours and across a change of offset.
 */
export function hourTicks(from: number, to: number, zone: string, step = 1): number[] {
  const ticks: number[] = [];
  let tick = ceilHour(Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone));
  while (tick.epochMilliseconds < to) {
    if (tick.hour % step === 0) ticks.push(tick.epochMilliseconds);
    tick = ceilHour(tick.add({ minutes: 1 }));
  }
  return ticks;
}

function ceilHour(moment: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  return moment.round({ smallestUnit: 'hour', roundingMode: 'ceil' });
}
