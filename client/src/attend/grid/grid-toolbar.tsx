import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { IconButton } from '../../ui/icon-button.js';
import { useFormat } from '../../ui/use-format.js';
import { DayTabs } from './day-tabs.js';
import type { DayWindow } from './day-windows.js';
import styles from './grid-toolbar.module.css';
import { ZOOMS } from './scale.js';
import type { GridAddress } from './use-grid-address.js';

interface Props {
  windows: readonly DayWindow[];
  chosen: DayWindow;
  zone: string;
  /** Whether the chosen time is each city's own. */
  cityHours: boolean;
  address: GridAddress;
  /** Null when now is outside of all days. */
  onJumpToNow: (() => void) | null;
}

export function GridToolbar({ windows, chosen, zone, cityHours, address, onJumpToNow }: Props) {
  const { t } = useTranslation('grid');
  const format = useFormat();
  const level = ZOOMS.indexOf(address.zoom);
  const zoomTo = (step: number): void => address.go({ zoom: ZOOMS[level + step] ?? address.zoom });
  const zoneName = format.zoneName(zone, chosen.from);
  return (
    <div className={styles.bar}>
      <DayTabs windows={windows} chosen={chosen} zone={zone} onChoose={(day) => address.go({ day })} />
      <div className={styles.tools}>
        {onJumpToNow !== null && <Button icon="now" onPress={onJumpToNow}>{t('jumpToNow')}</Button>}
        <div role="group" aria-label={t('zoom.label')} className={styles.zoom}>
          <IconButton icon="minus" label={t('zoom.out')} isDisabled={level === 0} onPress={() => zoomTo(-1)} />
          <IconButton icon="plus" label={t('zoom.in')} isDisabled={level === ZOOMS.length - 1} onPress={() => zoomTo(1)} />
        </div>
        <label className={styles.check}>
          <input type="checkbox" checked={address.keepEmpty} onChange={(event) => address.go({ empty: event.target.checked ? '' : null })} />
          {t('emptyRooms')}
        </label>
      </div>
      <p className={styles.zone} title={zone}>{t(cityHours ? 'zoneCity' : 'zoneMine', { zone: zoneName })}</p>
    </div>
  );
}
