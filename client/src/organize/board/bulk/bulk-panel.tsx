import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlacementIndex } from '@rules/placement/placement-index.js';
import { Button } from '../../../ui/button.js';
import { TextField } from '../../../ui/text-field.js';
import { useFormat } from '../../../ui/use-format.js';
import type { FindingWords } from '../findings/use-finding-words.js';
import type { BoardIndex } from '../model/board-index.js';
import { Panel } from '../panels/panel.js';
import styles from '../panels/panels.module.css';
import { Select } from '../panels/select.js';
import type { BoardActions } from '../use-board-actions.js';
import type { Selection } from '../use-selection.js';
import { shiftedBy, shiftedDays, toRoom } from './bulk-changes.js';

const TableDialog = lazy(async () => ({ default: (await import('./table-dialog.js')).TableDialog }));

interface Props {
  index: BoardIndex;
  rules: PlacementIndex;
  words: FindingWords;
  selection: Selection;
  actions: BoardActions;
  onClose: () => void;
}

/** What is done to all that are chosen, each time as one edit that is undone as one. */
export function BulkPanel({ index, rules, words, selection, actions, onClose }: Props) {
  const { t } = useTranslation('board');
  const format = useFormat();
  const entries = [...selection.selected].flatMap((id) => index.byId.get(id) ?? []);
  const placed = entries.filter(({ at }) => at !== null);
  const [isTable, setTable] = useState(false);
  const [minutes, setMinutes] = useState('15');
  const [roomId, setRoom] = useState('');
  const by = Number(minutes);
  const valid = Number.isInteger(by) && by !== 0;
  return (
    <Panel title={t('bulk.title', { count: entries.length, formatted: format.number(entries.length) })} onClose={onClose}>
      {entries.length === 0 ? <p className={styles.muted}>{t('bulk.none')}</p> : (
        <>
          <Button icon="agenda" onPress={() => setTable(true)}>{t('table.open')}</Button>
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
      {isTable && (
        <Suspense>
          <TableDialog
            entries={entries} index={index} rules={rules} words={words} onClose={() => setTable(false)}
            onApply={(set) => {
              setTable(false);
              actions.bulk(set);
            }}
          />
        </Suspense>
      )}
    </Panel>
  );
}
