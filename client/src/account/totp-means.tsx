import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TotpSetup } from '@contract/account.js';
import { Button } from '../ui/button.js';
import { TextField } from '../ui/text-field.js';
import styles from './account.module.css';
import { askApi } from './ask-api.js';
import { Notice } from './notice.js';
import { plainDigits } from './plain-digits.js';
import { useRefusalWords } from './use-refusal-words.js';

interface Props {
  isSetUp: boolean;
  onChanged: () => Promise<void>;
}

/** The authenticator app: a picture to scan, then one code to show that it was. */
export function TotpMeans({ isSetUp, onChanged }: Props) {
  const { t } = useTranslation('account');
  const words = useRefusalWords();
  const [code, setCode] = useState('');
  const begin = useMutation({ mutationFn: async () => await askApi<TotpSetup>('POST', '/api/me/totp') });
  const confirm = useMutation({
    mutationFn: async () => await askApi('POST', '/api/me/totp/confirm', { code }),
    onSuccess: async () => {
      begin.reset();
      setCode('');
      await onChanged();
    },
  });
  const remove = useMutation({ mutationFn: async () => await askApi('DELETE', '/api/me/totp'), onSuccess: onChanged });
  const refused = begin.error ?? remove.error;
  return (
    <>
      <h3>{t('totp.title')}</h3>
      {refused !== null && <Notice tone="bad">{words(refused)}</Notice>}
      {isSetUp && (
        <div className={styles.item}>
          <span className={styles.what}>{t('totp.isSetUp')}</span>
          <Button aria-label={t('totp.removeNamed')} isDisabled={remove.isPending} onPress={() => remove.mutate()}>
            {t('passkeys.remove')}
          </Button>
        </div>
      )}
      {!isSetUp && !begin.isSuccess && (
        <div className={styles.actions}>
          <Button icon="plus" isDisabled={begin.isPending} onPress={() => begin.mutate()}>
            {t('totp.add')}
          </Button>
        </div>
      )}
      {!isSetUp && begin.isSuccess && (
        <form
          className={styles.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            confirm.mutate();
          }}
        >
          <p>{t('totp.scan')}</p>
          <img className={styles.picture} src={begin.data.picture} alt={t('totp.pictureAlt')} width="192" height="192" />
          <p className={styles.note}>
            {t('totp.orType')} <code className={styles.secret} dir="ltr">{begin.data.secret}</code>
          </p>
          <TextField
            label={t('totp.code')}
            inputMode="numeric"
            autoComplete="one-time-code"
            value={code}
            onChange={(text) => setCode(plainDigits(text))}
            error={confirm.isError ? words(confirm.error) : undefined}
          />
          <div className={styles.actions}>
            <Button type="submit" look="strong" isDisabled={confirm.isPending || code.length !== 6}>
              {t('stepUp.confirm')}
            </Button>
            <Button onPress={() => begin.reset()}>{t('passkeys.cancel')}</Button>
          </div>
        </form>
      )}
    </>
  );
}
