import { useTranslation } from 'react-i18next';
import { type Format, formatFor, localeFor } from './format.js';

/** Formats in the page's language and the reader's variety of it. Stable until the language changes. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  return formatFor(localeFor(i18n.language, navigator.languages));
}
