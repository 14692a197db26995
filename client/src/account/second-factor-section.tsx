import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SecondFactors } from '@contract/account.js';
import { Skeleton } from '../ui/skeleton.js';
import styles from './account.module.css';
import { askApi } from './ask-api.js';
import { refreshMe } from './me-store.js';
import { Notice } from './notice.js';
import { PasskeyList } from './passkey-list.js';
import { RecoveryCodeSheet } from './recovery-code-sheet.js';
import { TotpMeans } from './totp-means.js';
import { useRefusalWords } from './use-refusal-words.js';

/** Passkeys, the authenticator app, and codes for the day on which both are lost. */
export function SecondFactorSection() {
  const { t } = useTranslation('account');
  const words = useRefusalWords();
  const queries = useQueryClient();
  const factors = useQuery({ queryKey: ['second-factors'], queryFn: async () => await askApi<SecondFactors>('GET', '/api/me/second-factors') });
  const changed = async (): Promise<void> => {
    await Promise.all([queries.invalidateQueries({ queryKey: ['second-factors'] }), refreshMe()]);
  };
  return (
    <section className={styles.section}>
      <h2>{t('factors.title')}</h2>
      <p className={styles.lead}>{t('factors.lead')}</p>
      {factors.isPending && <Skeleton height="6rem" />}
      {factors.isError && <Notice tone="bad">{words(factors.error)}</Notice>}
      {factors.isSuccess && (
        <>
          <PasskeyList passkeys={factors.data.passkeys} onChanged={changed} />
          <TotpMeans isSetUp={factors.data.totp} onChanged={changed} />
          {(factors.data.passkeys.length > 0 || factors.data.totp) && <RecoveryCodeSheet left={factors.data.recoveryCodes} onChanged={changed} />}
        </>
      )}
    </section>
  );
}
