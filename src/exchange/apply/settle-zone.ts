import type { ImportItem } from '../../contract/exchange.js';
import type { ImportedSchedule } from '../read/imported-schedule.js';
import { fixedZone, knownZone, offsetText } from '../read/zones.js';

/** The conference's zone: the one asked for, else the one it has, else the file's, else what the file's own offsets allow. */
export function settleZone(schedule: ImportedSchedule, asked: string | null, held: string | null): { zone: string; items: ImportItem[] } {
  const known = asked ?? held ?? schedule.zone ?? soleCityZone(schedule);
  if (known !== null) return { zone: known, items: [] };
  const offset = commonOffset(schedule);
  const zone = (offset === null ? null : fixedZone(offset)) ?? 'UTC';
  const said = offset === null ? 'neither a time zone nor offsets' : `no time zone, but offsets of ${offsetText(offset)}`;
  return { zone, items: [item(`The file has ${said}: the conference keeps ${zone}. Name its real zone with --zone, such as --zone Europe/Paris.`)] };
}

// a CSV has zones of cities only; where they are one, it is the conference's
function soleCityZone(schedule: ImportedSchedule): string | null {
  const zones = new Set(schedule.cities.map(({ zone }) => zone));
  const [only] = zones;
  return zones.size === 1 ? knownZone(only) : (schedule.cities[0]?.zone ?? null);
}

function commonOffset(schedule: ImportedSchedule): number | null {
  const uses = new Map<number, number>();
  for (const { start } of schedule.sessions) {
    if (start.at === 'instant' && start.offsetMinutes !== null) uses.set(start.offsetMinutes, (uses.get(start.offsetMinutes) ?? 0) + 1);
  }
  let common: number | null = null;
  for (const [offset, count] of uses) if (common === null || count > (uses.get(common) ?? 0)) common = offset;
  return common;
}

const item = (message: string): ImportItem => ({ severity: 'mended', code: 'zone-guessed', where: '', session: null, message });
