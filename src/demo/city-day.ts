import { Temporal } from 'temporal-polyfill';
import type { DemoCity } from './world.js';

export const MINUTE = 60_000;
const OPENS = 8 * 60 + 30;
const CLOSES = 21 * 60 + 30;

/** One local day of one city. Instants are epoch milliseconds. */
export interface CityDay {
  city: DemoCity;
  /** -1 yesterday, 0 today, 1 tomorrow, as the city sees the given moment. */
  offset: -1 | 0 | 1;
  opensAt: number;
  closesAt: number;
  /** The instant at so many minutes after local midnight, by the clock on the wall: right on days when it changes, too. */
  at(minutes: number): number;
}

export function cityDays(city: DemoCity, now: number): CityDay[] {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(city.zone).toPlainDate();
  return ([-1, 0, 1] as const).map((offset) => {
    const date = today.add({ days: offset });
    const at = (minutes: number): number =>
      date.toZonedDateTime({ timeZone: city.zone, plainTime: Temporal.PlainTime.from('00:00').add({ minutes }) }).epochMilliseconds;
    return { city, offset, at, opensAt: at(OPENS), closesAt: at(CLOSES) };
  });
}
