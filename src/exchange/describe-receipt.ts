import type { ImportItem, ImportReceipt } from '../contract/exchange.js';

/** Of each kind of oddity so many are told; the report file has all. */
const MOST_OF_A_KIND = 5;
const HEADINGS = { refused: 'Left out', mended: 'Mended', waived: 'Overlaps, waived', accepted: 'Odd, taken as it is' } as const;

/** An import's report for a terminal, line by line. */
export function describeReceipt({ report, revision, written }: ImportReceipt, mentionReport: boolean): string[] {
  const { counts } = report;
  const lines = [
    `${report.conference}: ${counts.sessions} sessions, ${counts.rooms} rooms, ${counts.days} days, ${counts.persons} persons (${report.format}, source “${plain(report.source)}”, ${report.zone})`,
    `  as they are ${counts.accepted}, mended ${counts.mended}, left out ${counts.refused}, overlaps waived ${counts.overlapsWaived}`,
    `  new ${counts.added}, moved ${counts.moved}, edited ${counts.edited}, cancelled ${counts.cancelled}, reinstated ${counts.reinstated}, unchanged ${counts.unchanged}`,
  ];
  for (const severity of ['refused', 'mended', 'waived', 'accepted'] as const) {
    const items = report.items.filter((item) => item.severity === severity);
    if (items.length > 0) lines.push(`${HEADINGS[severity]} (${items.length}):`, ...byCode(items));
  }
  if (mentionReport && report.items.length > 0) lines.push('--report FILE.json writes the whole list.');
  const told = revision === null ? 'Nothing changed: no release.' : `Release ${revision.release ?? ''} is revision ${revision.revision} (${revision.changes.length} changes).`;
  lines.push(written ? told : `Look-ahead, nothing was written. ${told}`);
  return lines;
}

function byCode(items: readonly ImportItem[]): string[] {
  const codes = new Map<string, ImportItem[]>();
  for (const item of items) {
    const same = codes.get(item.code);
    if (same === undefined) codes.set(item.code, [item]);
    else same.push(item);
  }
  return [...codes].flatMap(([code, same]) => [
    `  ${code} (${same.length})`,
    ...same.slice(0, MOST_OF_A_KIND).map(({ where, session, message }) => {
      const place = [where, session === null ? '' : `“${plain(session)}”`].filter((text) => text !== '').join(' ');
      return `    ${plain(place)}${place === '' ? '' : ': '}${plain(message)}`;
    }),
    ...(same.length > MOST_OF_A_KIND ? [`    … and ${same.length - MOST_OF_A_KIND} more`] : []),
  ]);
}

// a hostile title must not steer the terminal
 
const plain = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, ' ');
