import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlacementIndex } from '@rules/placement/placement-index.js';
import { Button } from '../../../ui/button.js';
import { TextField } from '../../../ui/text-field.js';
import { useFormat } from '../../../ui/use-format.js';
import type { FindingWords } from '../findings/use-finding-words.js';
import type { BoardEntry, BoardIndex } from '../model/board-index.js';
import type { Seen } from '../model/drafting.js';
import { Panel } from '../panels/panel.js';
import styles from '../panels/panels.module.css';
import { Select } from '../panels/select.js';
import type { BoardActions } from '../use-board-actions.js';
import type { Selection } from '../use-selection.js';
import { CopyDay } from './copy-day.js';
import { shiftedBy, shiftedDays, toRoom } from './bulk-changes.js';

const TableDialog = lazy(async () => ({ default: (await import('./table-dialog.js')).TableDialog }));

interface Props {
  index: BoardIndex;
  rules: PlacementIndex;
  words: FindingWords;
  selection: Selection;
  mayMove: (entry: BoardEntry) => boolean;
  actions: BoardActions;
  onClose: () => void;
}

/** What is done to all that are chosen, each time as one edit that is undone as one. */
export function BulkPanel({ index, rules, words, selection, mayMove, actions, onClose }: Props) {
  const { t } = useTranslation('board');
  const format = useFormat();
  const chosen = [...selection.selected].flatMap((id) => index.byId.get(id) ?? []);
  const entries = chosen.filter(mayMove);
  const placed = entries.filter(({ at }) => at !== null);
  /** What the table was filled with; null while it is closed. */
  const [table, setTable] = useState<Seen | null>(null);
  const [minutes, setMinutes] = useState('15');
  const [roomId, setRoom] = useState('');
  const by = Number(minutes);
  const valid = Number.isInteger(by) && by !== 0;
  return (
    <Panel title={t('bulk.title', { count: chosen.length, formatted: format.number(chosen.length) })} onClose={onClose}>
      {entries.length < chosen.length && <p className={styles.muted}>{t('reach.some', { count: chosen.length - entries.length, formatted: format.number(chosen.length - entries.length) })}</p>}
      {chosen.length === 0 && <p className={styles.muted}>{t('bulk.none')}</p>}
      {entries.length > 0 && (
        <>
          <Button icon="agenda" onPress={() => setTable(actions.seenOf(entries.map(({ session }) => session.id)))}>{t('table.open')}</Button>
          <form
            className={styles.switches}
            onSubmit={(event) => {
              event.preventDefault();
              if (valid) actions.bulk(shiftedBy(placed, by));
            }}
          >
            <TextField label={t('bulk.shift')} description={t('bulk.shiftHint')} inputMode="numeric" value={minutes} onChange={setMinutes} error={valid ? undefined : t('bulk.shiftWrong')} />
            <Button type="submit" isDisabled={!valid || placed.length === 0}>{t('bulk.shiftDo')}</Button>
          </form>
          <div className={styles.switches}>
            <Select label={t('bulk.room')} value={roomId} onChange={setRoom} options={[{ key: '', label: t('bulk.chooseRoom') }, ...index.places.map(({ room, city }) => ({ key: room.id, label: `${room.name} (${city.name})` }))]} />
            <Button isDisabled={roomId === '' || placed.length === 0} onPress={() => actions.bulk(toRoom(placed, roomId))}>{t('bulk.roomDo')}</Button>
          </div>
          <div className={styles.buttons}>
            <Button onPress={() => actions.bulk(shiftedDays(placed, -1, index))} isDisabled={placed.length === 0}>{t('bulk.dayEarlier')}</Button>
            <Button onPress={() => actions.bulk(shiftedDays(placed, 1, index))} isDisabled={placed.length === 0}>{t('bulk.dayLater')}</Button>
            <Button icon="tray" onPress={() => actions.unschedule(placed)} isDisabled={placed.length === 0}>{t('card.unschedule')}</Button>
          </div>
        </>
      )}
      <CopyDay index={index} rules={rules} words={words} mayMove={mayMove} actions={actions} />
      {table !== null && (
        <Suspense>
          <TableDialog
            entries={entries} index={index} rules={rules} words={words} onClose={() => setTable(null)}
            onApply={(set) => {
              setTable(null);
              actions.bulk(set, table);
            }}
          />
        </Suspense>
      )}
    </Panel>
  );
}
