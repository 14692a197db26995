import { type ClipboardEvent, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { TextField } from '../../../ui/text-field.js';
import { useFormat } from '../../../ui/use-format.js';
import { slotOf } from '@rules/placement/world-of-board.js';
import type { PlacementIndex } from '@rules/placement/placement-index.js';
import { FindingList } from '../findings/finding-list.js';
import type { FindingWords } from '../findings/use-finding-words.js';
import type { BoardEntry, BoardIndex } from '../model/board-index.js';
import type { Wanted } from '../model/drafting.js';
import { CELLS, nameOfRoom, parseCells, readRow, type Row, rowOf } from './read-rows.js';
import styles from './table-dialog.module.css';

interface Props {
  entries: readonly BoardEntry[];
  index: BoardIndex;
  rules: PlacementIndex;
  words: FindingWords;
  onApply: (set: readonly Wanted[]) => void;
  onClose: () => void;
}

/** Many sessions' slots in a table, typed or pasted from a spreadsheet; made as one edit. */
export function TableDialog({ entries, index, rules, words, onApply, onClose }: Props) {
  const { t } = useTranslation('board');
  const format = useFormat();
  const rooms = useId();
  const [rows, setRows] = useState(() => entries.map((entry) => rowOf(entry, index)));
  const [reason, setReason] = useState('');
  const read = useMemo(() => rows.map((row, n) => readRow(row, entries[n]!, index)), [rows, entries, index]);
  const problems = read.filter(({ to }) => to === undefined).length;
  const changes = useMemo(() => read.flatMap(({ to }, n) => (to === undefined || sameSlot(to, entries[n]!) ? [] : [{ entry: entries[n]!, to }])), [read, entries]);
  const blocking = useMemo(
    () => rules.findingsIf(changes.map(({ entry, to }) => ({ sessionId: entry.session.id, slot: to === null ? null : slotOf(to) }))).filter(({ severity }) => severity === 'blocking'),
    [rules, changes],
  );
  const isWaived = reason.trim().length >= 3;
  const canApply = problems === 0 && changes.length > 0 && (blocking.length === 0 || isWaived);
  const write = (n: number, cell: keyof Row, text: string): void => setRows((held) => held.map((row, at) => (at === n ? { ...row, [cell]: text } : row)));

  function paste(event: ClipboardEvent<HTMLInputElement>, n: number, cell: keyof Row): void {
    const text = event.clipboardData.getData('text/plain');
    if (!/[\t\n]/.test(text)) return;
    event.preventDefault();
    const first = CELLS.indexOf(cell);
    const cells = parseCells(text);
    setRows((held) => held.map((row, at) => {
      const pasted = cells[at - n];
      if (pasted === undefined) return row;
      return { ...row, ...Object.fromEntries(pasted.flatMap((value, column) => (CELLS[first + column] === undefined ? [] : [[CELLS[first + column]!, value]]))) };
    }));
  }

  function apply(): void {
    const concerned = new Set<string>(blocking.flatMap(({ sessions }) => sessions));
    onApply(changes.map(({ entry, to }) => ({
      sessionId: entry.session.id, to: to !== null && isWaived && concerned.has(entry.session.id) ? { ...to, waiver: reason.trim() } : to,
    })));
  }

  return (
    <Dialog title={t('table.title')} closeLabel={t('close')} isOpen onOpenChange={(open) => !open && onClose()}>
      <div className={styles.dialog}>
        <p className={styles.hint}>{t('table.hint')}</p>
        <datalist id={rooms}>{index.places.map((place) => <option key={place.room.id} value={nameOfRoom(place, index.places)} />)}</datalist>
        <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('table.title')}>
          <table className={styles.table}>
            <thead>
              <tr><th scope="col">{t('card.title')}</th>{CELLS.map((cell) => <th key={cell} scope="col">{t(`table.${cell}`)}</th>)}</tr>
            </thead>
            <tbody>
              {rows.map((row, n) => {
                const entry = entries[n]!;
                return (
                  <tr key={entry.session.id}>
                    <th scope="row"><bdi>{entry.session.title}</bdi></th>
                    {CELLS.map((cell) => {
                      const problem = read[n]!.problems[cell];
                      return (
                        <td key={cell} data-cell={cell}>
                          <input
                            className={styles.input} value={row[cell]} dir="auto" list={cell === 'room' ? rooms : undefined} inputMode={cell === 'minutes' ? 'numeric' : undefined}
                            aria-label={`${t(`table.${cell}`)}, ${entry.session.title}`} aria-invalid={problem !== undefined}
                            onChange={(event) => write(n, cell, event.target.value)} onPaste={(event) => paste(event, n, cell)}
                          />
                          {problem !== undefined && <span className={styles.problem}>{t(`table.problem.${cell}.${problem}`)}</span>}
                        </td>
                      );
                    })}
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
        {blocking.length > 0 && (
          <>
            <FindingList findings={blocking} words={words} most={4} />
            <TextField label={t('waive.reason')} description={t('waive.reasonHint')} value={reason} onChange={setReason} maxLength={500} />
          </>
        )}
        <div className={styles.foot}>
          <span role="status">
            {problems > 0 ? t('table.problems', { count: problems, formatted: format.number(problems) }) : t('table.changes', { count: changes.length, formatted: format.number(changes.length) })}
          </span>
          <Button look="strong" isDisabled={!canApply} onPress={apply}>{t(blocking.length > 0 ? 'refused.placeAnyway' : 'table.apply')}</Button>
        </div>
      </div>
    </Dialog>
  );
}

function sameSlot(to: NonNullable<Wanted['to']> | null, { session: { slot } }: BoardEntry): boolean {
  if (to === null || slot === null) return to === slot;
  return to.roomId === slot.roomId && to.startsAt === slot.startsAt && to.endsAt === slot.endsAt;
}
