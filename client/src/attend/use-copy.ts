import { useTranslation } from 'react-i18next';
import { showToast } from '../ui/toasts.js';

/** Copies a text for pasting elsewhere, and says how that went. */
export function useCopy(): (text: string) => void {
  const { t } = useTranslation('session');
  return (text) => {
    // without https there is no clipboard
    const copied = navigator.clipboard === undefined ? Promise.reject(new Error('no clipboard')) : navigator.clipboard.writeText(text);
    copied.then(
      () => showToast(t('copied')),
      () => showToast(t('copyFailed')),
    );
  };
}
