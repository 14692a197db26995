import ICAL from 'ical.js';
import { FILE, type Findings } from './findings.js';
import type { ImportedTime } from './imported-schedule.js';
import { oneLine } from './texts.js';
import { instantOfWall, knownZone } from './zones.js';

/** The times of a calendar: UTC, in a zone known by its IANA name, in a zone that the file defines itself, or floating. */
export class IcsZones {
  /** The zone that the calendar names as its own. */
  readonly own: string | null;
  private readonly unknown = new Set<string>();

  constructor(private readonly calendar: ICAL.Component, private readonly findings: Findings) {
    const defined = calendar.getAllSubcomponents('vtimezone').map((zone) => oneLine(zone.getFirstPropertyValue('tzid')));
    const [only, ...others] = defined;
    this.own = knownZone(oneLine(calendar.getFirstPropertyValue('x-wr-timezone'))) ?? (others.length === 0 ? knownZone(only) : null);
  }

  timeOf(property: ICAL.Property | null): ImportedTime | null {
    const value = property?.getFirstValue();
    return value instanceof ICAL.Time ? this.settle(value, oneLine(property?.getFirstParameter('tzid'))) : null;
  }

  /** A time with the TZID of its property, empty where it has none. */
  settle(time: ICAL.Time, tzid: string): ImportedTime {
    const text = wallOf(time);
    if (time.zone === ICAL.Timezone.utcTimezone && tzid === '') return { at: 'instant', epoch: Date.parse(`${text}Z`), offsetMinutes: null };
    // some writers prefix the zone with a path of their own: /freeassociation.sourceforge.net/Europe/Berlin
    const zone = knownZone(tzid) ?? knownZone(/[A-Z][A-Za-z_]+\/[A-Za-z_/+-]+$/.exec(tzid.slice(-100))?.[0]);
    if (zone !== null) return { at: 'wall', text, zone };
    const defined = tzid === '' ? null : (this.calendar.getTimeZoneByID(tzid) as ICAL.Timezone | null);
    if (defined !== null) {
      const offset = defined.utcOffset(time) / 60;
      return { at: 'instant', epoch: Date.parse(`${text}Z`) - offset * 60_000, offsetMinutes: offset };
    }
    if (tzid !== '' && !this.unknown.has(tzid)) {
      this.unknown.add(tzid);
      this.findings.mended('zone-unknown', FILE, `The time zone “${tzid.slice(0, 60)}” is neither known nor defined: its times are taken in the conference's zone.`);
    }
    return { at: 'wall', text, zone: null };
  }
}

/** Comparable milliseconds; exact between two times of one zone, or of zones that are known. */
export function roughEpoch(time: ImportedTime): number {
  if (time.at === 'instant') return time.epoch;
  return time.zone === null ? Date.parse(`${time.text}Z`) : instantOfWall(time.text, time.zone).epoch;
}

function wallOf(time: ICAL.Time): string {
  const pad = (value: number, size = 2): string => String(value).padStart(size, '0');
  return `${pad(time.year, 4)}-${pad(time.month)}-${pad(time.day)}T${pad(time.hour)}:${pad(time.minute)}:${pad(Math.min(time.second, 59))}`;
}
