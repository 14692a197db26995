/** The columns of a CSV, in the order in which they are written. All but `title`, `start` and a day may be left out or empty. */
export const CSV_COLUMNS = [
  'city', 'country', 'zone', 'venue', 'room', 'capacity', 'date', 'start', 'end', 'duration', 'title', 'subtitle', 'track', 'kind',
  'language', 'speakers', 'abstract', 'description', 'guid', 'url', 'status', 'reason',
] as const;
export type CsvColumn = (typeof CSV_COLUMNS)[number];

/** Other headings that people write for the same. */
export const CSV_SYNONYMS: ReadonlyMap<string, CsvColumn> = new Map<string, CsvColumn>(Object.entries({
  key: 'guid', uid: 'guid', id: 'guid', type: 'kind', persons: 'speakers', speaker: 'speakers', day: 'date', link: 'url', timezone: 'zone', 'time zone': 'zone',
}));

// A spreadsheet takes a cell that begins with one of these for a formula. The wide forms count too in some of them.
const FORMULA = /^'*[=+\-@\t\r\uFF0B\uFF0D\uFF1D\uFF20]/u;

/** Makes a cell harmless in a spreadsheet, so that {@link reviveCell} gives it back exactly. */
export const neutralizeCell = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

export const reviveCell = (text: string): string => (text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text);

/** Names in one cell, `;` between them; `\;` is a semicolon inside a name. */
export const joinNames = (names: readonly string[]): string => names.map((name) => name.replace(/[\\;]/g, '\\$&')).join('; ');

export function splitNames(cell: string): string[] {
  const names = cell.match(/(?:\\.|[^\\;])+/gsu) ?? [];
  return names.map((name) => name.replace(/\\(.)/gsu, '$1').trim()).filter((name) => name !== '');
}

export const CSV_TEMPLATE = `${CSV_COLUMNS.join(',')}
Lyon,FR,Europe/Paris,Maison du Peuple,Main Hall,200,2026-11-24,09:00,,00:45,Opening,How the day goes,General,keynote,en,Ada Example; Sam Sample,A welcome to all cities.,,opening-1,https://example.org/opening,,
Lyon,FR,Europe/Paris,Maison du Peuple,Main Hall,200,2026-11-24,10:00,11:30,,Bridges over rivers,,Building,panel,fr,Kim Instance,,,bridges-1,,,
Montréal,CA,America/Toronto,Centre Sample,Salle A,80,2026-11-24,09:30,,45,Winter roads,,Building,talk,fr,,,,roads-1,,,
`;
