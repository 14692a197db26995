import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AccountFrame } from '../account/account-frame.js';
import { useMe } from '../account/use-me.js';
import { usePageTitle } from '../app/use-page-title.js';
import styles from '../attend/registration/registration.module.css';
import { SignInFirst } from '../attend/registration/sign-in-first.js';
import { EmptyState } from '../ui/empty-state.js';
import { LinkButton } from '../ui/link-button.js';
import { Skeleton } from '../ui/skeleton.js';
import { EraseMe } from './erase-me.js';

/** Everything about oneself: to take along, and to erase. */
export default function PrivacyPage() {
  const { t } = useTranslation('attendance');
  const me = useMe();
  const [gone, setGone] = useState(false);
  usePageTitle(t('privacy.title'));
  return (
    <AccountFrame>
      <h1 className={styles.title}>{t('privacy.title')}</h1>
      {gone ? (
        <EmptyState icon="check" title={t('privacy.gone')} actions={<LinkButton href="/">{t('nav.home', { ns: 'common' })}</LinkButton>}>
          {t('privacy.goneText')}
        </EmptyState>
      ) : me.phase === 'loading' ? (
        <Skeleton height="14rem" />
      ) : me.phase !== 'signed-in' ? (
        <SignInFirst />
      ) : (
        <>
          <p className={styles.note}>{t('privacy.intro')}</p>
          <section className={styles.stored} aria-label={t('privacy.exportTitle')}>
            <h2 className={styles.heading}>{t('privacy.exportTitle')}</h2>
            <p>{t('privacy.exportText')}</p>
            <LinkButton icon="download" href="/api/me/export" download="">
              {t('privacy.export')}
            </LinkButton>
          </section>
          <EraseMe onGone={() => setGone(true)} />
        </>
      )}
    </AccountFrame>
  );
}
