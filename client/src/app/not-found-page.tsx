import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { EmptyState } from '../ui/empty-state.js';
import { LinkButton } from '../ui/link-button.js';
import { usePageTitle } from './use-page-title.js';

/** What is asked for is not here; the way back is to the conference, where one is named, and to all of them. */
export default function NotFoundPage() {
  const { t } = useTranslation();
  const { slug } = useParams();
  usePageTitle(t('notFound.title'));
  return (
    <div>
      <EmptyState
        icon="search"
        title={t('notFound.title')}
        heading="h1"
        actions={
          <>
            {slug !== undefined && (
              <LinkButton look="strong" href={`/${slug}/agenda`}>
                {t('notFound.agenda')}
              </LinkButton>
            )}
            <LinkButton href="/">{t('notFound.action')}</LinkButton>
          </>
        }
      >
        {t('notFound.text')}
      </EmptyState>
    </div>
  );
}
