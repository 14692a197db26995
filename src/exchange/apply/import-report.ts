import type { ImportCounts, ImportItem, ImportReport } from '../../contract/exchange.js';
import type { ImportedSchedule } from '../read/imported-schedule.js';
import { dateAt } from '../read/zones.js';
import type { Outcome, PlannedSession } from './plan-sessions.js';

export interface Imported {
  conference: string;
  source: string;
  zone: string;
  schedule: ImportedSchedule;
  planned: readonly PlannedSession[];
  overlaps: number;
  items: ImportItem[];
}

export function importReport(imported: Imported): ImportReport {
  const { conference, source, zone, schedule, items } = imported;
  return { conference, source, format: schedule.format, zone, counts: countsOf(imported), items };
}

function countsOf({ schedule, planned, overlaps, zone }: Imported): ImportCounts {
  const having = (outcome: Outcome): number => planned.filter(({ outcomes }) => outcomes.includes(outcome)).length;
  const mended = schedule.mended.size;
  return {
    sessions: schedule.sessions.length,
    rooms: schedule.rooms.length,
    days: schedule.dayCount > 0 ? schedule.dayCount : new Set(planned.map(({ slot }) => dateAt(zone, slot.startsAt))).size,
    persons: schedule.persons.length,
    tracks: schedule.tracks.length,
    accepted: schedule.sessions.length - mended,
    mended,
    refused: schedule.refused,
    overlapsWaived: overlaps,
    added: having('added'),
    moved: having('moved'),
    edited: having('edited'),
    cancelled: having('cancelled'),
    reinstated: having('reinstated'),
    unchanged: planned.filter(({ outcomes }) => outcomes.length === 0).length,
  };
}
