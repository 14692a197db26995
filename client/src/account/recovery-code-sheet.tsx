import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { RecoveryCodes } from '@contract/account.js';
import { Button } from '../ui/button.js';
import styles from './account.module.css';
import { askApi } from './ask-api.js';
import { Notice } from './notice.js';
import { useRefusalWords } from './use-refusal-words.js';

interface Props {
  /** Codes that were not used yet. */
  left: number;
  onChanged: () => Promise<void>;
}

/** Codes that stand in for a lost second factor, each once. They are shown when they are made, and never again. */
export function RecoveryCodeSheet({ left, onChanged }: Props) {
  const { t } = useTranslation('account');
  const words = useRefusalWords();
  const make = useMutation({ mutationFn: async () => await askApi<RecoveryCodes>('POST', '/api/me/recovery-codes'), onSuccess: onChanged });
  return (
    <>
      <h3>{t('recovery.title')}</h3>
      {make.isError && <Notice tone="bad">{words(make.error)}</Notice>}
      {left === 0 && <Notice tone="warn">{t('recovery.none')}</Notice>}
      {make.isSuccess ? (
        <>
          <p>{t('recovery.keep')}</p>
          <ul className={styles.codes} dir="ltr">
            {make.data.codes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ul>
        </>
      ) : (
        left > 0 && <p className={styles.note}>{t('recovery.left', { count: left })}</p>
      )}
      <div className={styles.actions}>
        <Button isDisabled={make.isPending} onPress={() => make.mutate()}>
          {left === 0 ? t('recovery.make') : t('recovery.makeAnew')}
        </Button>
      </div>
    </>
  );
}
