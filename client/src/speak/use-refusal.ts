import { useTranslation } from 'react-i18next';
import { RequestRefused } from '../account/ask-api.js';
import { showToast } from '../ui/toasts.js';

/** Says in passing why something was not done, in the server's words where it gave any. For what has no field to stand beside. */
export function useRefusal(): (error: unknown) => void {
  const { t } = useTranslation('speak');
  return (error) => {
    showToast(error instanceof RequestRefused && error.problem !== null ? error.problem.detail : t('failed'));
  };
}
