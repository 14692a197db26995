import { travelKey } from '@rules/placement/world.js';
import { foldText } from '../../../ui/fold-text.js';
import { parseCells } from '../../spreadsheet-cells.js';
import { readMinutes, type TravelChanges } from './travel-changes.js';
import type { Stop, Ways } from './ways.js';

export type LineProblem =
  | { problem: 'cells' | 'same' | 'minutes' }
  /** `name` as it stands in the line. */
  | { problem: 'unknown' | 'ambiguous'; name: string };

/** A line that was not understood, counted from one. */
export type UnreadLine = LineProblem & { line: number; text: string };

export interface ReadTravel {
  changes: TravelChanges;
  unread: UnreadLine[];
}

/**
 * Times from a spreadsheet: from, to, minutes. A venue goes by its name, with its city after a comma where two have the
 * same, or by its city alone where that has one venue. A first line in which nothing is known is the headings.
 */
export function readTravel(text: string, ways: Ways): ReadTravel {
  const names = namesOf(ways.stops);
  const changes: Record<string, string> = {};
  const unread: UnreadLine[] = [];
  for (const [n, cells] of parseCells(text, text.includes('\t') ? '\t' : ';').entries()) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    const read = readLine(cells, names);
    if ('way' in read) changes[read.way] = read.minutes;
    else if (n > 0 || !isHeading(cells, names)) unread.push({ ...read, line: n + 1, text: cells.join(' · ') });
  }
  return { changes, unread };
}

function readLine(cells: readonly string[], names: ReadonlyMap<string, readonly Stop[]>): LineProblem | { way: string; minutes: string } {
  const [from, to, minutes] = cells;
  if (from === undefined || to === undefined || minutes === undefined) return { problem: 'cells' };
  for (const name of [from, to]) {
    const found = names.get(folded(name)) ?? [];
    if (found.length !== 1) return { problem: found.length === 0 ? 'unknown' : 'ambiguous', name: name.trim() };
  }
  const [a, b] = [from, to].map((name) => names.get(folded(name))![0]!) as [Stop, Stop];
  if (a === b) return { problem: 'same' };
  const own = readMinutes(minutes);
  if (own === undefined || own === null) return { problem: 'minutes' };
  return { way: travelKey(a.id, b.id), minutes: String(own) };
}

const isHeading = (cells: readonly string[], names: ReadonlyMap<string, readonly Stop[]>): boolean =>
  cells.length >= 3 && cells.slice(0, 2).every((cell) => !names.has(folded(cell))) && readMinutes(cells[2]!) === undefined;

function namesOf(stops: readonly Stop[]): ReadonlyMap<string, readonly Stop[]> {
  const byName = groupBy(stops, ({ name }) => folded(name));
  const full = [groupBy(stops, ({ name, city }) => folded(`${name}, ${city.name}`)), groupBy(stops, ({ name, city }) => folded(`${name} (${city.name})`))];
  // a venue's own name comes before a city's
  return new Map([groupBy(stops, ({ city }) => folded(city.name)), ...full, byName].flatMap((names) => [...names]));
}

const folded = (name: string): string => foldText(name).trim();

function groupBy(stops: readonly Stop[], keyOf: (stop: Stop) => string): Map<string, Stop[]> {
  const groups = new Map<string, Stop[]>();
  for (const stop of stops) groups.set(keyOf(stop), [...(groups.get(keyOf(stop)) ?? []), stop]);
  return groups;
}
