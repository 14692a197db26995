import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { EmptyState } from '../../ui/empty-state.js';
import { LinkButton } from '../../ui/link-button.js';

/** In the place of what is for people with an account; brings them back here. */
export function SignInFirst() {
  const { t } = useTranslation('attendance');
  const { pathname } = useLocation();
  return (
    <EmptyState
      icon="place"
      title={t('signIn.title')}
      actions={
        <LinkButton look="strong" href={`/sign-in?${new URLSearchParams({ returnTo: pathname }).toString()}`}>
          {t('signIn.action')}
        </LinkButton>
      }
    >
      {t('signIn.text')}
    </EmptyState>
  );
}
