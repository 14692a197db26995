import { Temporal } from 'temporal-polyfill';
import { ZoneName } from '../../contract/scalars.js';

/** The zone as this runtime knows it, or null. */
export function knownZone(name: string | null | undefined): string | null {
  const text = name?.trim() ?? '';
  return text !== '' && ZoneName.safeParse(text).success && !/^[+-]/.test(text) ? text : null;
}

/** Minutes east of Greenwich, in `zone` at an instant (milliseconds). */
export function offsetAt(zone: string, epoch: number): number {
  return Math.round(at(zone, epoch).offsetNanoseconds / 60e9);
}

export function dateAt(zone: string, epoch: number): string {
  return at(zone, epoch).toPlainDate().toString();
}

export interface ResolvedWall {
  epoch: number;
  /** Does a clock in that zone show this time once? Not in the hour that a change to summer time leaves out, or the other repeats. */
  plain: boolean;
}

/** The instant of a wall time; one that is left out is taken as that much later, one that repeats as the first. */
export function instantOfWall(text: string, zone: string): ResolvedWall {
  const wall = Temporal.PlainDateTime.from(text);
  const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' }).epochMilliseconds;
  const later = wall.toZonedDateTime(zone, { disambiguation: 'later' }).epochMilliseconds;
  if (earlier === later) return { epoch: earlier, plain: true };
  return { epoch: wall.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds, plain: false };
}

/** `+02:00` */
export function offsetText(minutes: number, minus = '-'): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? minus : '+'}${String(Math.floor(size / 60)).padStart(2, '0')}:${String(size % 60).padStart(2, '0')}`;
}

// places that keep an offset between the hours all year
const BETWEEN_HOURS: Readonly<Record<number, string>> = {
  210: 'Asia/Tehran', 270: 'Asia/Kabul', 330: 'Asia/Kolkata', 345: 'Asia/Kathmandu', 390: 'Asia/Yangon', 570: 'Australia/Darwin', [-570]: 'Pacific/Marquesas',
};

/** A zone that always keeps this offset, where there is one. The signs of `Etc/GMT-2` are POSIX's: east is minus. */
export function fixedZone(offsetMinutes: number): string | null {
  if (offsetMinutes === 0) return 'UTC';
  if (BETWEEN_HOURS[offsetMinutes] !== undefined) return BETWEEN_HOURS[offsetMinutes];
  const hours = offsetMinutes / 60;
  if (!Number.isInteger(hours) || hours > 14 || hours < -12) return null;
  return `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`;
}

function at(zone: string, epoch: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(epoch).toZonedDateTimeISO(zone);
}
