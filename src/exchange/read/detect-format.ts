import type { ImportFormat } from '../../contract/exchange.js';
import { refuse } from './import-refused.js';

/**
 * The format of a file by what it holds, whatever its name.
 * @throws ImportRefused where it is none of those that are read
 */
export function detectFormat(text: string): ImportFormat {
  const head = text.slice(0, 2_000).trimStart();
  if (head.startsWith('<')) return 'schedule.xml';
  if (head.startsWith('{') || head.startsWith('[')) return 'schedule.json';
  if (/^BEGIN:VCALENDAR/i.test(head)) return 'ics';
  const [header = ''] = head.split(/\r?\n/);
  if (/[,;\t]/.test(header) && /\btitle\b/i.test(header)) return 'csv';
  return refuse('line 1', 'The file is neither schedule.xml, schedule.json, iCalendar nor a CSV with a “title” column.');
}
