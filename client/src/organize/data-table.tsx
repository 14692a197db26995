import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { VisuallyHidden } from '../ui/visually-hidden.js';
import { bringIntoView } from './bring-into-view.js';
import styles from './data-table.module.css';

export interface Column<T> {
  label: string;
  cell: (row: T) => ReactNode;
}

interface Props<T> {
  label: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  actions?: (row: T) => ReactNode;
  /** A row that was just added: it is brought into view, marked, and has the focus. */
  freshId?: string | null;
}

/** A table; on narrow screens a list of cards that say the same. */
export function DataTable<T extends { id: string }>({ label, columns, rows, actions, freshId = null }: Props<T>) {
  const { t } = useTranslation('organize');
  const fresh = useRef<HTMLTableRowElement>(null);
  // it may come after its id: the page hears of new rows in a turn of its own
  const isThere = rows.some(({ id }) => id === freshId);
  useEffect(() => bringIntoView(fresh.current), [freshId, isThere]);
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.label} scope="col">
              {column.label}
            </th>
          ))}
          {actions !== undefined && (
            <th scope="col">
              <VisuallyHidden>{t('form.actions')}</VisuallyHidden>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} {...(row.id === freshId ? { ref: fresh, tabIndex: -1, 'data-fresh': true } : {})}>
            {columns.map((column) => (
              <td key={column.label} data-label={column.label}>
                <span dir="auto">{column.cell(row)}</span>
              </td>
            ))}
            {actions !== undefined && (
              <td>
                <span className={styles.actions}>{actions(row)}</span>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
