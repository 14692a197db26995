import { useTranslation } from 'react-i18next';
import { MenuButton } from '../ui/menu-button.js';
import { ToggleGroup } from '../ui/toggle-group.js';
import { useFormat } from '../ui/use-format.js';
import { useMedia } from './use-media.js';
import { useZone } from './zone.js';

/** In whose time the agenda is read: one switch for all pages. */
export function ZoneSwitch() {
  const { t } = useTranslation();
  const format = useFormat();
  const { mode, mine, setMode } = useZone();
  const roomy = useMedia('(width >= 76rem)');
  const zone = format.zoneName(mine, Date.now());
  const city = { key: 'city', label: t('zone.city') } as const;
  return (
    <div title={mode === 'mine' ? t('zone.hintMine', { zone: mine }) : t('zone.hintCity')}>
      {roomy ? (
        <ToggleGroup label={t('zone.label')} options={[{ key: 'mine', label: t('zone.mineNamed', { zone }) }, city]} value={mode} onChange={setMode} />
      ) : (
        <MenuButton
          label={t('zone.label')}
          icon="clock"
          words={mode === 'mine' ? zone : t('zone.cityShort')}
          options={[{ key: 'mine', label: t('zone.mineNamed', { zone: mine }) }, city]}
          value={mode}
          onChange={setMode}
        />
      )}
    </div>
  );
}
