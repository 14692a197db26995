import { cellsOfDay, ROWS, type DayCell } from '@rules/zoned-day.js';

/** A half hour of the table, and where it stands in it. */
export interface TableCell extends DayCell {
  column: number;
  /** 1 for the second time that the clocks show the same. */
  part: number;
}

export interface DayTable {
  /** ISO dates, one a column. */
  dates: readonly string[];
  /** `rows[row][column]`: none where the clocks skip that time, two where it comes twice. */
  rows: readonly (readonly (readonly TableCell[])[])[];
  cells: readonly TableCell[];
}

/** Lays days out side by side by what their clocks show, whatever the length of each day is. */
export function dayTable(dates: readonly string[], zone: string): DayTable {
  const rows = Array.from({ length: ROWS }, () => dates.map((): TableCell[] => []));
  const cells: TableCell[] = [];
  for (const [column, date] of dates.entries()) {
    for (const cell of cellsOfDay(date, zone)) {
      const place = rows[cell.row]?.[column];
      if (place === undefined) continue;
      const placed = { ...cell, column, part: place.length };
      place.push(placed);
      cells.push(placed);
    }
  }
  return { dates, rows, cells };
}

/** The days on which the clocks change. */
export function changingDays(table: DayTable): number[] {
  return table.dates.flatMap((_date, column) => (table.rows.some((row) => row[column]?.length !== 1) ? [column] : []));
}

export type Step = 'up' | 'down' | 'before' | 'after';

/** The half hour that one comes to from another; the same one at the edge. Times that are skipped are stepped over. */
export function stepFrom(table: DayTable, from: TableCell, step: Step): TableCell {
  if (step === 'before' || step === 'after') {
    const row = (table.rows[from.row] ?? []).flat();
    const at = row.findIndex((cell) => cell.startsAt === from.startsAt);
    return row[at + (step === 'after' ? 1 : -1)] ?? from;
  }
  for (let row = from.row + (step === 'down' ? 1 : -1); row >= 0 && row < table.rows.length; row += step === 'down' ? 1 : -1) {
    const place = table.rows[row]?.[from.column] ?? [];
    const cell = place[from.part] ?? place[0];
    if (cell !== undefined) return cell;
  }
  return from;
}

/** All half hours of the rectangle that two are corners of. */
export function between(table: DayTable, a: TableCell, b: TableCell): TableCell[] {
  const [top, bottom] = [Math.min(a.row, b.row), Math.max(a.row, b.row)];
  const [first, last] = [Math.min(a.column, b.column), Math.max(a.column, b.column)];
  return table.cells.filter((cell) => cell.row >= top && cell.row <= bottom && cell.column >= first && cell.column <= last);
}
