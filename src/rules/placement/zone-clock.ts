import { Temporal } from 'temporal-polyfill';
import type { Window } from '../availability.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** In so short a time no zone changes its clock twice. */
const STRETCH = 8 * DAY;

/** 23:00 to 07:00 is night: an hour at which nobody should have to listen or speak. */
const NIGHT_FALLS = 23 * HOUR;
const NIGHT_ENDS = 7 * HOUR;

/** How the offset runs over a stretch: `before` until the instant `change`, `after` from it on. Milliseconds. */
interface Stretch {
  before: number;
  change: number;
  after: number;
}

const clocks = new Map<string, ZoneClock>();

/** The clock of a zone; one for all who ask, for it remembers what it looked up. */
export function clockOf(zone: string): ZoneClock {
  let clock = clocks.get(zone);
  if (clock === undefined) clocks.set(zone, (clock = new ZoneClock(zone)));
  return clock;
}

/**
 * The local time of a zone, fast: a check asks for it some ten thousand times, and Temporal takes microseconds. Offsets
 * are looked up once for each stretch of days. Instants and lengths are epoch milliseconds; a wall time is a count of
 * milliseconds as well, from 1970-01-01T00:00 by that clock.
 */
export class ZoneClock {
  private readonly stretches = new Map<number, Stretch>();
  private readonly nights = new Map<number, Window>();
  private readonly known: boolean;
  /** What was asked for last is mostly asked for next. */
  private latest: { number: number; stretch: Stretch } | null = null;

  /** @param zone IANA; a name that this runtime does not know counts as UTC */
  constructor(private readonly zone: string) {
    this.known = isKnown(zone);
  }

  /** What is to be added to the instant to have the wall time. */
  offsetAt(instant: number): number {
    const number = Math.floor(instant / STRETCH);
    if (this.latest?.number !== number) {
      const stretch = this.stretches.get(number) ?? this.lookUp(number);
      this.stretches.set(number, stretch);
      this.latest = { number, stretch };
    }
    const { before, change, after } = this.latest.stretch;
    return instant < change ? before : after;
  }

  wallTimeAt(instant: number): number {
    return instant + this.offsetAt(instant);
  }

  /** Of a wall time that comes twice the first; of one that is skipped as much later as was skipped, as Temporal does. */
  instantOf(wallTime: number): number {
    const before = this.offsetAt(wallTime - DAY);
    const after = this.offsetAt(wallTime + DAY);
    if (before === after || this.offsetAt(wallTime - before) === before) return wallTime - before;
    return this.offsetAt(wallTime - after) === after ? wallTime - after : wallTime - before;
  }

  /** The nights that touch that time, in order. */
  nightsWithin(from: number, to: number): Window[] {
    const nights: Window[] = [];
    const last = Math.floor(this.wallTimeAt(to) / DAY);
    for (let day = Math.floor(this.wallTimeAt(from) / DAY) - 1; day <= last; day += 1) {
      const night = this.nightAfter(day);
      if (night.startsAt < to && from < night.endsAt) nights.push(night);
    }
    return nights;
  }

  /** Whether any of that time is night. */
  touchesNight(startsAt: number, endsAt: number): boolean {
    const day = Math.floor(this.wallTimeAt(startsAt) / DAY);
    const before = this.nightAfter(day - 1);
    return startsAt < before.endsAt || this.nightAfter(day).startsAt < endsAt;
  }

  private nightAfter(day: number): Window {
    let night = this.nights.get(day);
    if (night === undefined) {
      night = { startsAt: this.instantOf(day * DAY + NIGHT_FALLS), endsAt: this.instantOf((day + 1) * DAY + NIGHT_ENDS) };
      this.nights.set(day, night);
    }
    return night;
  }

  private lookUp(number: number): Stretch {
    let from = number * STRETCH;
    let to = from + STRETCH;
    const [before, after] = [this.lookUpOffset(from), this.lookUpOffset(to)];
    if (before === after) return { before, change: to, after };
    while (to - from > MINUTE) {
      const middle = Math.floor((from + to) / 2 / MINUTE) * MINUTE;
      if (this.lookUpOffset(middle) === before) from = middle;
      else to = middle;
    }
    return { before, change: to, after };
  }

  private lookUpOffset(instant: number): number {
    if (!this.known) return 0;
    return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(this.zone).offsetNanoseconds / 1_000_000;
  }
}

function isKnown(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}
