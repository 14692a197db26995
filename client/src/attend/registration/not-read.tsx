import { useTranslation } from 'react-i18next';
import { RequestRefused } from '../../account/ask-api.js';
import { Button } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';

interface Props {
  error: unknown;
  onRetry: () => void;
}

/** In the place of what could not be read, with why. */
export function NotRead({ error, onRetry }: Props) {
  const { t } = useTranslation('attendance');
  const cutOff = error instanceof RequestRefused && error.problem === null;
  return (
    <EmptyState icon="alert" title={t(cutOff ? 'offline.title' : 'failed.title')} actions={<Button onPress={onRetry}>{t('failed.retry')}</Button>}>
      {cutOff ? t('offline.text') : ((error instanceof RequestRefused ? error.problem?.detail : undefined) ?? t('failed.text'))}
    </EmptyState>
  );
}
