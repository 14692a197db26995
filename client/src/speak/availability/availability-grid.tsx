import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isWithin, type Window } from '@rules/availability.js';
import { useFormat } from '../../ui/use-format.js';
import { between, stepFrom, type DayTable, type Step, type TableCell } from './day-table.js';
import styles from './availability-grid.module.css';

interface Props {
  table: DayTable;
  zone: string;
  windows: readonly Window[];
  onMark: (cells: readonly TableCell[], free: boolean) => void;
}

/** Days as columns, half hours as rows. Drag over it, or use the arrow keys, space, and shift. */
export function AvailabilityGrid({ table, zone, windows, onMark }: Props) {
  const { t } = useTranslation('speak');
  const format = useFormat();
  const grid = useRef<HTMLDivElement>(null);
  const drag = useRef<{ from: TableCell; last: TableCell; free: boolean; before: readonly Window[] } | null>(null);
  const [focused, setFocused] = useState<number | null>(null);
  const first = table.cells.find((cell) => cell.row === 18) ?? table.cells[0];
  const tabStop = table.cells.some((cell) => cell.startsAt === focused) ? focused : (first?.startsAt ?? null);
  const isFree = (cell: TableCell): boolean => isWithin(windows, cell);
  const found = (element: Element | null): TableCell | undefined => {
    const at = Number(element?.closest('[data-cell]')?.getAttribute('data-cell') ?? NaN);
    return table.cells.find((cell) => cell.startsAt === at);
  };

  const press = (event: PointerEvent<HTMLDivElement>): void => {
    const cell = event.button === 0 ? found(event.target as Element) : undefined;
    if (cell === undefined) return;
    drag.current = { from: cell, last: cell, free: !isFree(cell), before: windows };
    onMark([cell], drag.current.free);
  };
  const move = (event: PointerEvent<HTMLDivElement>): void => {
    const held = drag.current;
    if (held === null) return;
    // a quick hand skips half hours, and a touch keeps to the element where it began
    const cell = found(document.elementFromPoint(event.clientX, event.clientY));
    if (cell === undefined || cell === held.last) return;
    drag.current = { ...held, last: cell };
    const within = between(table, held.from, cell);
    // what a hand that goes back leaves is as it was
    const left = between(table, held.from, held.last).filter((one) => !within.includes(one));
    for (const free of [true, false]) onMark(left.filter((one) => isWithin(held.before, one) === free), free);
    onMark(within, held.free);
  };
  const release = (): void => {
    drag.current = null;
  };

  const type = (event: KeyboardEvent<HTMLDivElement>): void => {
    const cell = found(event.target as Element);
    if (cell === undefined) return;
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      onMark([cell], !isFree(cell));
      return;
    }
    const step = stepOf(event);
    if (step === null) return;
    event.preventDefault();
    const next = stepFrom(table, cell, step);
    if (event.shiftKey) onMark([next], isFree(cell));
    setFocused(next.startsAt);
    grid.current?.querySelector<HTMLElement>(`[data-cell="${next.startsAt}"]`)?.focus();
  };

  const dayName = (column: number): string => format.shortDay(Date.parse(table.dates[column] ?? ''), 'UTC');
  return (
    <div className={styles.scroll}>
      <div
        ref={grid} role="grid" aria-label={t('availability.grid', { zone })} aria-multiselectable="true" className={styles.grid}
        style={{ gridTemplateColumns: `auto repeat(${table.dates.length}, minmax(4.5rem, 1fr))` }}
        onPointerDown={press} onPointerMove={move} onPointerUp={release} onPointerCancel={release} onPointerLeave={release} onKeyDown={type}
      >
        <div role="row" className={styles.row}>
          <span role="columnheader" aria-label={zone} className={styles.corner} />
          {table.dates.map((date, column) => (
            <span key={date} role="columnheader" className={styles.day}>
              <DayButton cells={table.cells.filter((cell) => cell.column === column)} windows={windows} label={dayName(column)} onMark={onMark} />
            </span>
          ))}
        </div>
        {table.rows.map((row, number) => (
          <div key={number} role="row" className={styles.row}>
            <span role="rowheader" className={styles.hour}>
              {number % 2 === 0 ? format.time(number * 30 * 60_000, 'UTC') : <span className={styles.half}>{format.time(number * 30 * 60_000, 'UTC')}</span>}
            </span>
            {row.map((place, column) => (
              <span key={table.dates[column]} role="presentation" className={styles.place} data-half={number % 2 === 1 || undefined}>
                {place.length === 0 && <span role="gridcell" aria-disabled="true" aria-label={t('availability.skipped')} title={t('availability.skipped')} className={styles.skipped} />}
                {place.map((cell) => {
                  const time = format.time(cell.startsAt, zone);
                  return (
                    <span
                      key={cell.startsAt} role="gridcell" data-cell={cell.startsAt} className={styles.cell} aria-selected={isFree(cell)}
                      tabIndex={cell.startsAt === tabStop ? 0 : -1} onFocus={() => setFocused(cell.startsAt)}
                      aria-label={t('availability.cell', { day: dayName(column), time: cell.part === 0 ? time : t('availability.twice', { time }) })}
                    />
                  );
                })}
              </span>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

/** Marks a whole day, or clears one that is marked all over. */
function DayButton({ cells, windows, label, onMark }: { cells: readonly TableCell[]; windows: readonly Window[]; label: string; onMark: Props['onMark'] }) {
  const { t } = useTranslation('speak');
  const all = cells.every((cell) => isWithin(windows, cell));
  return (
    <button type="button" className={styles.dayButton} aria-pressed={all} title={t('availability.day', { day: label })} onClick={() => onMark(cells, !all)}>
      {label}
    </button>
  );
}

function stepOf(event: KeyboardEvent): Step | null {
  const isRightToLeft = document.documentElement.dir === 'rtl';
  switch (event.key) {
    case 'ArrowUp':
      return 'up';
    case 'ArrowDown':
      return 'down';
    case 'ArrowLeft':
      return isRightToLeft ? 'after' : 'before';
    case 'ArrowRight':
      return isRightToLeft ? 'before' : 'after';
    default:
      return null;
  }
}
