import { useTranslation } from 'react-i18next';
import { showToast } from '../ui/toasts.js';

interface Said {
  copied: string;
  failed: string;
}

/** Copies a text for pasting elsewhere, and says how that went: of a link, unless it is told what else to say. */
export function useCopy(): (text: string, said?: Said) => void {
  const { t } = useTranslation('session');
  return (text, said = { copied: t('copied'), failed: t('copyFailed') }) => {
    // the types promise a clipboard; without https there is none
    const clipboard = navigator.clipboard as Clipboard | undefined;
    const copied = clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'));
    copied.then(
      () => showToast(said.copied),
      () => showToast(said.failed),
    );
  };
}
