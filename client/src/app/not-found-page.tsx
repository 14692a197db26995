import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/empty-state.js';
import { LinkButton } from '../ui/link-button.js';
import { usePageTitle } from './use-page-title.js';

export default function NotFoundPage() {
  const { t } = useTranslation();
  usePageTitle(t('notFound.title'));
  return (
    <div>
      <EmptyState icon="search" title={t('notFound.title')} heading="h1" actions={<LinkButton href="/">{t('notFound.action')}</LinkButton>}>
        {t('notFound.text')}
      </EmptyState>
    </div>
  );
}
