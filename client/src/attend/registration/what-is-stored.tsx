import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMe } from '../../account/use-me.js';
import { isolate } from '../../ui/format.js';
import { useFormat } from '../../ui/use-format.js';
import styles from './registration.module.css';

/** In plain words, and for how long. @param props.retentionDays null: until somebody erases it */
export function WhatIsStored({ retentionDays }: { retentionDays: number | null }) {
  const { t } = useTranslation('attendance');
  const format = useFormat();
  const me = useMe();
  return (
    <section className={styles.stored} aria-label={t('stored.title')}>
      <h2 className={styles.heading}>{t('stored.title')}</h2>
      <ul>
        <li>{t('stored.account')}</li>
        <li>
          {me.phase === 'signed-in' ? (
            <>
              {t('stored.handleNamed', { handle: isolate(me.account.handle) })} <Link to="/account">{t('stored.changeHandle')}</Link>
            </>
          ) : (
            t('stored.handle')
          )}
        </li>
        <li>{t('stored.registration')}</li>
        <li>{t('stored.name')}</li>
      </ul>
      <p>{retentionDays === null ? t('stored.keepAlways') : t('stored.keep', { count: retentionDays, formatted: format.number(retentionDays) })}</p>
      <p>
        {t('stored.leave')} <Link to="/account/privacy">{t('stored.privacy')}</Link>
      </p>
    </section>
  );
}
