import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { IconButton } from '../../ui/icon-button.js';
import { ToggleGroup } from '../../ui/toggle-group.js';
import { VisuallyHidden } from '../../ui/visually-hidden.js';
import { useFormat } from '../../ui/use-format.js';
import { AXES, ZOOMS } from './plane/plane-frame.js';
import type { BoardStore, ReadyBoard } from './store/board-store.js';
import { SyncState } from './sync-state.js';
import styles from './toolbar.module.css';
import type { BoardSettings } from './use-board-settings.js';

interface Props {
  store: BoardStore;
  board: ReadyBoard;
  settings: BoardSettings;
  days: readonly { date: string; start: number }[];
  zone: string;
  /** How many blocking findings and warnings are open. */
  open: { blocking: number; warnings: number };
  isTrayShown: boolean;
  onTray: () => void;
  onDay: (start: number) => void;
  onFindings: () => void;
  onTable: () => void;
  onHelp: () => void;
}

export function Toolbar({ store, board, settings, days, zone, open, isTrayShown, onTray, onDay, onFindings, onTable, onHelp }: Props) {
  const { t } = useTranslation('board');
  const format = useFormat();
  const { axis, zoom, collapsed, change } = settings;
  const cities = board.index.board.cities;
  const zoomTo = (to: number): void => change({ zoom: to });
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('toolbar.label')}>
      <IconButton icon="tray" label={t(isTrayShown ? 'toolbar.hideTray' : 'toolbar.showTray')} pressed={isTrayShown} onPress={onTray} />
      <div role="group" aria-label={t('toolbar.days')} className={styles.days}>
        {days.map(({ date, start }) => <button key={date} type="button" className={styles.day} onClick={() => onDay(start)}>{format.shortDay(start, zone)}</button>)}
      </div>
      <ToggleGroup
        label={t('toolbar.axis')} value={axis} onChange={(key) => change({ axis: key })}
        options={AXES.map((key) => ({ key, label: t(`toolbar.${key}`), icon: key === 'across' ? 'rows' as const : 'columns' as const }))}
      />
      <div role="group" aria-label={t('toolbar.zoom')} className={styles.group}>
        <IconButton icon="minus" label={t('toolbar.zoomOut')} isDisabled={zoom === 0} onPress={() => zoomTo(zoom - 1)} />
        <IconButton icon="plus" label={t('toolbar.zoomIn')} isDisabled={zoom === ZOOMS[axis].length - 1} onPress={() => zoomTo(zoom + 1)} />
      </div>
      {cities.length > 1 && (
        <Button look="quiet" onPress={() => change({ collapsed: collapsed.size > 0 ? new Set() : new Set(cities.map(({ id }) => id)) })}>
          {t(collapsed.size > 0 ? 'toolbar.openAll' : 'toolbar.closeAll')}
        </Button>
      )}
      <div className={styles.end}>
        <SyncState board={board} others={store.others} />
        <div role="group" aria-label={t('toolbar.history')} className={styles.group}>
          <IconButton icon="undo" label={t('toolbar.undo')} isDisabled={!board.canUndo} onPress={() => store.undo()} />
          <IconButton icon="redo" label={t('toolbar.redo')} isDisabled={!board.canRedo} onPress={() => store.redo()} />
        </div>
        <IconButton icon="agenda" label={t('toolbar.table')} onPress={onTable} />
        <Button onPress={onFindings}>
          <VisuallyHidden>{t('toolbar.findings', { blocking: format.number(open.blocking), warnings: format.number(open.warnings) })}</VisuallyHidden>
          <span className={styles.counts} aria-hidden="true">
            <span className={styles.blocking} data-none={open.blocking === 0 || undefined}><Icon name={open.blocking === 0 ? 'check' : 'close'} size={1} /> {format.number(open.blocking)}</span>
            <span className={styles.warnings} data-none={open.warnings === 0 || undefined}><Icon name="alert" size={1} /> {format.number(open.warnings)}</span>
          </span>
        </Button>
        <IconButton icon="help" label={t('toolbar.help')} onPress={onHelp} />
      </div>
    </div>
  );
}
