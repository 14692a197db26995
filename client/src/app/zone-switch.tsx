import { useTranslation } from 'react-i18next';
import { MenuButton } from '../ui/menu-button.js';
import { ToggleGroup } from '../ui/toggle-group.js';
import { useFormat } from '../ui/use-format.js';
import { useMedia } from './use-media.js';
import { useZone, type ZoneMode } from './zone.js';

/** In whose time the agenda is read: one switch for all pages. */
export function ZoneSwitch() {
  const { t } = useTranslation();
  const format = useFormat();
  const { mode, mine, ofAccount, device, setMode } = useZone();
  const roomy = useMedia('(width >= 76rem)');
  const zone = format.zoneName(mine, Date.now());
  const own = ofAccount === device && mode === 'device' ? 'mine' : mode;
  const options = (nameOf: (zone: string) => string): { key: ZoneMode; label: string }[] => [
    { key: 'mine', label: t('zone.mineNamed', { zone: nameOf(ofAccount) }) },
    ...(ofAccount === device ? [] : [{ key: 'device' as const, label: t('zone.deviceNamed', { zone: nameOf(device) }) }]),
    { key: 'city', label: t('zone.city') },
  ];
  return (
    <div title={mode === 'city' ? t('zone.hintCity') : t('zone.hintMine', { zone: mine })}>
      {roomy && ofAccount === device ? (
        <ToggleGroup label={t('zone.label')} options={options((name) => format.zoneName(name, Date.now()))} value={own} onChange={setMode} />
      ) : (
        <MenuButton
          label={t('zone.label')}
          icon="clock"
          words={mode === 'city' ? t('zone.cityShort') : zone}
          options={options((name) => name)}
          value={own}
          onChange={setMode}
        />
      )}
    </div>
  );
}
