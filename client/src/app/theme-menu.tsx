import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { MenuButton } from '../ui/menu-button.js';
import { chooseTheme, onThemeChoice, themeChoice } from './theme/theme.js';

const ICONS = { system: 'system', light: 'sun', dark: 'moon' } as const;

export function ThemeMenu() {
  const { t } = useTranslation();
  const choice = useSyncExternalStore(onThemeChoice, themeChoice);
  return (
    <MenuButton
      label={t('theme.label')}
      icon={ICONS[choice]}
      options={(['system', 'light', 'dark'] as const).map((key) => ({ key, label: t(`theme.${key}`), icon: ICONS[key] }))}
      value={choice}
      onChange={chooseTheme}
    />
  );
}
