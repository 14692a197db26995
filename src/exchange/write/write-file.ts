import type { ExportFormat } from '../../contract/exchange.js';
import type { ExportedSchedule } from './exported-schedule.js';
import { writeCsv } from './write-csv.js';
import { writeIcs } from './write-ics.js';
import { writeJsonld } from './write-jsonld.js';
import { writeScheduleJson } from './write-schedule-json.js';
import { writeScheduleXml } from './write-schedule-xml.js';

export function writeFile(schedule: ExportedSchedule, format: ExportFormat): string {
  switch (format) {
    case 'schedule.xml':
      return writeScheduleXml(schedule);
    case 'schedule.json':
      return writeScheduleJson(schedule);
    case 'ics':
      return writeIcs(schedule);
    case 'csv':
      return writeCsv(schedule);
    case 'jsonld':
      return writeJsonld(schedule);
  }
}

export const MEDIA_TYPES: Readonly<Record<ExportFormat, { type: string; name: string }>> = {
  'schedule.xml': { type: 'application/xml; charset=utf-8', name: 'schedule.xml' },
  'schedule.json': { type: 'application/json; charset=utf-8', name: 'schedule.json' },
  ics: { type: 'text/calendar; charset=utf-8', name: 'agenda.ics' },
  csv: { type: 'text/csv; charset=utf-8', name: 'agenda.csv' },
  jsonld: { type: 'application/ld+json; charset=utf-8', name: 'agenda.jsonld' },
};
