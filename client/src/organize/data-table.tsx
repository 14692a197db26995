import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { VisuallyHidden } from '../ui/visually-hidden.js';
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
}

/** A table; on narrow screens a list of cards that say the same. */
export function DataTable<T extends { id: string }>({ label, columns, rows, actions }: Props<T>) {
  const { t } = useTranslation('organize');
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
          <tr key={row.id}>
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
