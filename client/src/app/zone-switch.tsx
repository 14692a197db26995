import { useTranslation } from 'react-i18next';
import { MenuButton } from '../ui/menu-button.js';
import { ToggleGroup } from '../ui/toggle-group.js';
import { useFormat } from '../ui/use-format.js';
import styles from './zone-switch.module.css';
import { type ZoneMode, useZone } from './zone.js';

/** In whose time the agenda is read: one switch for all pages. */
export function ZoneSwitch() {
  const { t } = useTranslation();
  const format = useFormat();
  const { mode, mine, setMode } = useZone();
  const zone = format.zoneName(mine, Date.now());
  const options: { key: ZoneMode; label: string }[] = [
    { key: 'mine', label: t('zone.mineNamed', { zone }) },
    { key: 'city', label: t('zone.city') },
  ];
  return (
    <div className={styles.switch} title={mode === 'mine' ? t('zone.hintMine', { zone: mine }) : t('zone.hintCity')}>
      <div className={styles.wide}>
        <ToggleGroup label={t('zone.label')} options={options} value={mode} onChange={setMode} />
      </div>
      <div className={styles.narrow}>
        <MenuButton
          label={t('zone.label')}
          icon="clock"
          words={mode === 'mine' ? zone : t('zone.cityShort')}
          options={[{ key: 'mine', label: t('zone.mineNamed', { zone: mine }) }, options[1] ?? { key: 'city', label: '' }]}
          value={mode}
          onChange={setMode}
        />
      </div>
    </div>
  );
}
