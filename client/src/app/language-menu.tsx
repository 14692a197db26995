import { useTranslation } from 'react-i18next';
import { chooseLanguage, LANGUAGES } from '../i18n/languages.js';
import { changeLanguage } from '../i18n/start-i18n.js';
import { MenuButton } from '../ui/menu-button.js';

export function LanguageMenu() {
  const { t, i18n } = useTranslation();
  const current = chooseLanguage([i18n.language]);
  return (
    <MenuButton
      label={t('language.label')}
      icon="globe"
      options={LANGUAGES.map((language) => ({ key: language.tag, label: language.name, lang: language.tag }))}
      value={current.tag}
      onChange={(tag) => void changeLanguage(chooseLanguage([tag]))}
    />
  );
}
