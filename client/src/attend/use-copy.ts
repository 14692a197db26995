import { useTranslation } from 'react-i18next';
import { showToast } from '../ui/toasts.js';

/** Copies a text for pasting elsewhere, and says how that went. */
export function useCopy(): (text: string) => void {
  const { t } = useTranslation('session');
  return (text) => {
    // the types promise a clipboard; without https there is none
    const clipboard = navigator.clipboard as Clipboard | undefined;
    const copied = clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'));
    copied.then(
      () => showToast(t('copied')),
      () => showToast(t('copyFailed')),
    );
  };
}
