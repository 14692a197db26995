import { type ClipboardEvent, Fragment, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../ui/icon.js';
import { VisuallyHidden } from '../../../ui/visually-hidden.js';
import type { BoardEntry, BoardPlace } from '../model/board-index.js';
import { CELLS, type ReadRow, type RoomNames, type Row } from './read-rows.js';
import styles from './table-dialog.module.css';
import type { TableView } from './table-view.js';
import type { TableRows } from './use-table-rows.js';

interface Props {
  entries: readonly BoardEntry[];
  /** Positions of the entries that are shown, in their order. */
  order: readonly number[];
  rows: readonly Row[];
  read: readonly ReadRow[];
  places: readonly BoardPlace[];
  names: RoomNames;
  table: TableRows;
  view: TableView;
  onSort: (by: 'title' | 'track') => void;
  onWrite: (n: number, cell: keyof Row, text: string) => void;
  onPaste: (event: ClipboardEvent<HTMLInputElement>, position: number, cell: keyof Row) => void;
}

/** The table itself: only the rows about to be seen are in the page, and each says which of all it is. */
export function SessionTable({ entries, order, rows, read, places, names, table, view, onSort, onWrite, onPaste }: Props) {
  const { t } = useTranslation('board');
  const rooms = useId();
  /** While somebody types a room, the arrows choose among what is suggested. */
  const isTyping = useRef(false);
  let drawn = 0;
  const space = (until: number) => {
    const height = until - drawn;
    return height > 0 && <tr aria-hidden="true"><td colSpan={CELLS.length + 2} className={styles.space} style={{ blockSize: height }} /></tr>;
  };
  return (
    <>
      <datalist id={rooms}>{places.map((place) => <option key={place.room.id} value={names.nameOf(place)} />)}</datalist>
      <table className={styles.table} aria-label={t('table.title')} aria-rowcount={order.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {(['title', 'track'] as const).map((by) => <SortedHead key={by} label={t(by === 'title' ? 'card.title' : 'table.track')} sort={view.sort?.by === by ? view.sort : null} onSort={() => onSort(by)} />)}
            {CELLS.map((cell) => <th key={cell} scope="col" data-cell={cell}>{t(`table.${cell}`)}</th>)}
          </tr>
        </thead>
        <tbody>
          {table.items.map(({ index: position, start, end }) => {
            const n = order[position];
            if (n === undefined) return null;
            const { session, track } = entries[n]!;
            const before = space(start);
            drawn = end;
            return (
              <Fragment key={session.id}>
                {before}
                <tr ref={table.measure} data-index={position} aria-rowindex={position + 2} onFocus={() => table.onFocusRow(position)}>
                  <th scope="row"><bdi>{session.title}</bdi></th>
                  <td>{track === null ? '–' : <bdi>{track.name}</bdi>}</td>
                  {CELLS.map((cell) => {
                    const problem = read[n]!.problems[cell];
                    return (
                      <td key={cell} data-cell={cell}>
                        <input
                          className={styles.input} value={rows[n]![cell]} dir="auto" list={cell === 'room' ? rooms : undefined} inputMode={cell === 'minutes' ? 'numeric' : undefined}
                          aria-label={`${t(`table.${cell}`)}, ${session.title}`} aria-invalid={problem !== undefined}
                          onFocus={() => (isTyping.current = false)}
                          onChange={(event) => {
                            isTyping.current = cell === 'room';
                            onWrite(n, cell, event.target.value);
                          }}
                          onKeyDown={(event) => {
                            if (!(isTyping.current && event.key.startsWith('Arrow'))) table.onKeyDown(event, position, cell);
                          }}
                          onPaste={(event) => onPaste(event, position, cell)}
                        />
                        {problem !== undefined && <span className={styles.problem}>{t(`table.problem.${cell}.${problem}`)}</span>}
                      </td>
                    );
                  })}
                </tr>
              </Fragment>
            );
          })}
          {space(table.height)}
        </tbody>
      </table>
    </>
  );
}

function SortedHead({ label, sort, onSort }: { label: string; sort: TableView['sort']; onSort: () => void }) {
  const { t } = useTranslation('board');
  return (
    <th scope="col" aria-sort={sort === null ? 'none' : sort.down ? 'descending' : 'ascending'}>
      <button type="button" className={styles.sort} onClick={onSort}>
        {label} <VisuallyHidden>{t('table.sort')}</VisuallyHidden>
        {sort !== null && <Icon name={sort.down ? 'down' : 'up'} size={0.875} />}
      </button>
    </th>
  );
}
