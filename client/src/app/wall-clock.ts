const QUARTER = 15 * 60_000;
export const DAY = 24 * 60 * 60_000;

const formatters = new Map<string, Intl.DateTimeFormat>();
/** Offsets by zone and quarter of an hour: no zone changes its offset within one. */
const offsets = new Map<string, number>();

/**
 * What the clocks of a zone show at an instant, as the epoch milliseconds at which UTC's clocks show the same: for
 * sorting and grouping by local time. Never an instant itself.
 */
export function wallClock(instant: number, zone: string): number {
  const quarter = Math.floor(instant / QUARTER);
  const key = `${zone} ${quarter}`;
  let offset = offsets.get(key);
  if (offset === undefined) offsets.set(key, (offset = readOffset(quarter * QUARTER, zone)));
  return instant + offset;
}

/** The number of the local day, counted from 1 January 1970. */
export const wallDay = (instant: number, zone: string): number => Math.floor(wallClock(instant, zone) / DAY);

function readOffset(instant: number, zone: string): number {
  let formatter = formatters.get(zone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
      timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
    });
    formatters.set(zone, formatter);
  }
  const parts = Object.fromEntries(formatter.formatToParts(instant).map((part) => [part.type, Number(part.value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - instant;
}
