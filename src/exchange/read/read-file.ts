import type { ImportFormat } from '../../contract/exchange.js';
import { decode } from './decode.js';
import { detectFormat } from './detect-format.js';
import { Findings } from './findings.js';
import type { ImportedSchedule } from './imported-schedule.js';
import { mendSchedule } from './mend-schedule.js';
import { readCsv } from './read-csv.js';
import { readIcs } from './read-ics.js';
import { readScheduleJson } from './read-schedule-json.js';
import { readScheduleXml } from './read-schedule-xml.js';

/**
 * Reads a file of any format that is understood, tolerantly and with a report.
 * @throws ImportRefused where it is not of its format at all, or beyond the limits
 */
export function readFile(bytes: Uint8Array, named?: ImportFormat): ImportedSchedule {
  const findings = new Findings();
  const text = decode(bytes, findings);
  const format = named ?? detectFormat(text);
  switch (format) {
    case 'schedule.xml':
      return mendSchedule(readScheduleXml(text), format, findings);
    case 'schedule.json':
      return mendSchedule(readScheduleJson(text, findings), format, findings);
    case 'ics':
      return readIcs(text, findings);
    case 'csv':
      return readCsv(text, findings);
  }
}
