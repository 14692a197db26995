import { type ClipboardEvent, useMemo, useRef, useState } from 'react';
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
import { parseCells } from '../../spreadsheet-cells.js';
import { Select } from '../panels/select.js';
import { CELLS, type ReadRow, readRow, RoomNames, type Row, rowOf } from './read-rows.js';
import { SessionTable } from './session-table.js';
import styles from './table-dialog.module.css';
import { AS_CHOSEN, rowsShown, sortedBy } from './table-view.js';
import { useTableRows } from './use-table-rows.js';

interface Props {
  entries: readonly BoardEntry[];
  index: BoardIndex;
  rules: PlacementIndex;
  words: FindingWords;
  onApply: (set: readonly Wanted[]) => void;
  onClose: () => void;
}

/** Many sessions' slots in a table, typed or pasted from a spreadsheet; made as one edit. */
export function TableDialog({ entries: chosen, index, rules, words, onApply, onClose }: Props) {
  const { t } = useTranslation('board');
  const format = useFormat();
  const box = useRef<HTMLDivElement>(null);
  // as they were when the table was opened: what others do meanwhile moves no row under the hands
  const [entries] = useState(chosen);
  /** What a row means is worked out once, for as long as nobody writes in it and the rooms are the same. */
  const { names, known } = useMemo(() => ({ names: new RoomNames(index.places), known: new WeakMap<Row, ReadRow>() }), [index.places]);
  const [rows, setRows] = useState(() => entries.map((entry) => rowOf(entry, index, names)));
  const [view, setView] = useState(AS_CHOSEN);
  const order = useMemo(() => rowsShown(entries, view, format.compare), [entries, view, format]);
  const tracks = useMemo(() => tracksOf(entries, format.compare), [entries, format]);
  const table = useTableRows(box, order.length);
  const [reason, setReason] = useState('');
  const read = useMemo(() => rows.map((row, n) => {
    const held = known.get(row) ?? readRow(row, entries[n]!, names);
    known.set(row, held);
    return held;
  }), [rows, entries, names, known]);
  const problems = read.filter(({ to }) => to === undefined).length;
  const changes = useMemo(() => read.flatMap(({ to }, n) => (to === undefined || sameSlot(to, entries[n]!) ? [] : [{ entry: entries[n]!, to }])), [read, entries]);
  const blocking = useMemo(
    () => rules.findingsIf(changes.map(({ entry, to }) => ({ sessionId: entry.session.id, slot: to === null ? null : slotOf(to) }))).filter(({ severity }) => severity === 'blocking'),
    [rules, changes],
  );
  const isWaived = reason.trim().length >= 3;
  const canApply = problems === 0 && changes.length > 0 && (blocking.length === 0 || isWaived);
  const write = (n: number, cell: keyof Row, text: string): void => setRows((held) => held.map((row, at) => (at === n ? { ...row, [cell]: text } : row)));

  /** From there on down and to the end side, over the rows that are shown, in their order. */
  function paste(event: ClipboardEvent<HTMLInputElement>, position: number, cell: keyof Row): void {
    const text = event.clipboardData.getData('text/plain');
    if (!/[\t\n]/.test(text)) return;
    event.preventDefault();
    const first = CELLS.indexOf(cell);
    const pasted = new Map(parseCells(text).flatMap((cells, n) => (order[position + n] === undefined ? [] : [[order[position + n]!, cells] as const])));
    setRows((held) => held.map((row, n) => {
      const cells = pasted.get(n);
      if (cells === undefined) return row;
      return { ...row, ...Object.fromEntries(cells.flatMap((value, column) => (CELLS[first + column] === undefined ? [] : [[CELLS[first + column]!, value]]))) };
    }));
  }

  /** To the first row with a problem, whichever rows are shown. */
  function showProblem(): void {
    const first = read.findIndex(({ to }) => to === undefined);
    const cell = CELLS.find((one) => read[first]?.problems[one] !== undefined) ?? 'room';
    const position = order.indexOf(first);
    if (position === -1) setView(AS_CHOSEN);
    table.focus(position === -1 ? first : position, cell);
  }

  function apply(): void {
    const concerned = new Set<string>(blocking.flatMap(({ sessions }) => sessions));
    onApply(changes.map(({ entry, to }) => ({
      sessionId: entry.session.id, to: to !== null && isWaived && concerned.has(entry.session.id) ? { ...to, waiver: reason.trim() } : to,
    })));
  }

  return (
    <Dialog shape="wide" title={t('table.title')} closeLabel={t('close')} isOpen onOpenChange={(open) => !open && onClose()}>
      <div className={styles.dialog}>
        <p className={styles.hint}>{t('table.hint')}</p>
        {tracks.length > 0 && (
          <Select
            label={t('table.track')} value={view.trackId} onChange={(trackId) => setView({ ...view, trackId })}
            options={[{ key: '', label: t('table.allTracks') }, ...tracks, ...(entries.some(({ track }) => track === null) ? [{ key: 'none', label: t('table.noTrack') }] : [])]}
          />
        )}
        <div ref={box} className={styles.scroll} tabIndex={0} role="region" aria-label={t('table.title')}>
          <SessionTable
            entries={entries} order={order} rows={rows} read={read} places={index.places} names={names} table={table} view={view}
            onSort={(by) => setView(sortedBy(view, by))} onWrite={write} onPaste={paste}
          />
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
          {problems > 0 && <Button look="quiet" onPress={showProblem}>{t('table.showProblem')}</Button>}
          <Button look="strong" isDisabled={!canApply} onPress={apply}>{t(blocking.length > 0 ? 'refused.placeAnyway' : 'table.apply')}</Button>
        </div>
      </div>
    </Dialog>
  );
}

function tracksOf(entries: readonly BoardEntry[], compare: (a: string, b: string) => number): { key: string; label: string }[] {
  const tracks = new Map(entries.flatMap(({ track }) => (track === null ? [] : [[track.id as string, track.name] as const])));
  return [...tracks].map(([key, label]) => ({ key, label })).sort((a, b) => compare(a.label, b.label));
}

function sameSlot(to: NonNullable<Wanted['to']> | null, { session: { slot } }: BoardEntry): boolean {
  if (to === null || slot === null) return to === slot;
  return to.roomId === slot.roomId && to.startsAt === slot.startsAt && to.endsAt === slot.endsAt;
}
