import { useTranslation } from 'react-i18next';
import { Link, Navigate, useSearchParams } from 'react-router';
import { PagePlaceholder } from '../app/page-placeholder.js';
import { usePageTitle } from '../app/use-page-title.js';
import { Button } from '../ui/button.js';
import { EmptyState } from '../ui/empty-state.js';
import { LinkButton } from '../ui/link-button.js';
import { AccountFrame } from './account-frame.js';
import styles from './account.module.css';
import { safeReturn } from './after-sign-in.js';
import { refreshMe } from './me-store.js';
import { Notice } from './notice.js';
import { ProfileForm } from './profile-form.js';
import { SecondFactorSection } from './second-factor-section.js';
import { SessionSection } from './session-section.js';
import { signOut } from './sign-out.js';
import { useMe } from './use-me.js';

/** One's own account: profile, second factors, and where one is signed in. */
export default function AccountPage() {
  const { t } = useTranslation('account');
  usePageTitle(t('account.title'));
  return (
    <AccountFrame>
      <Account />
    </AccountFrame>
  );
}

function Account() {
  const { t } = useTranslation(['account', 'notices']);
  const me = useMe();
  const [query] = useSearchParams();
  const returnTo = safeReturn(query.get('returnTo'));
  switch (me.phase) {
    case 'loading':
      return <PagePlaceholder />;
    case 'unreachable':
      return (
        <EmptyState icon="alert" heading="h1" title={t('account.unread')} actions={<Button onPress={() => void refreshMe()}>{t('account.retry')}</Button>}>
          {t('refused.unreachable')}
        </EmptyState>
      );
    case 'anonymous':
      return <Navigate to="/sign-in?returnTo=/account" replace />;
    case 'signed-in': {
      const { account } = me;
      const { isNeeded, isSetUp } = account.secondFactor;
      return (
        <>
          <div className={styles.intro}>
            <h1 className={styles.title}>{t('account.title')}</h1>
            <p className={styles.lead}>{t('account.signedInAs', { email: account.email })}</p>
            {isNeeded && !isSetUp && <Notice tone="warn">{t('factors.needed')}</Notice>}
            {isNeeded && isSetUp && account.strong && returnTo !== null && (
              <Notice tone="ok">
                <p>{t('factors.done')}</p>
                <LinkButton href={returnTo}>{t('signIn.goOn')}</LinkButton>
              </Notice>
            )}
          </div>
          {/* what is missing stands first */}
          {isNeeded && !isSetUp ? (
            <>
              <SecondFactorSection />
              <ProfileForm key={account.accountId} account={account} />
            </>
          ) : (
            <>
              <ProfileForm key={account.accountId} account={account} />
              <SecondFactorSection />
            </>
          )}
          <SessionSection />
          <section className={styles.section}>
            <h2>{t('account.leave')}</h2>
            <p>
              <Link to="/account/notifications">{t('notices:preferences.title')}</Link>
            </p>
            <p>
              <Link to="/account/privacy">{t('account.privacy')}</Link>
            </p>
            <div className={styles.actions}>
              <Button icon="leave" onPress={() => void signOut()}>
                {t('menu.signOut')}
              </Button>
            </div>
          </section>
        </>
      );
    }
  }
}
