import { useState, type SyntheticEvent } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextField } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import type { ErasureNeed } from '@contract/attendance.js';
import { askApi, fieldError, RequestRefused } from '../account/ask-api.js';
import { refreshMe } from '../account/me-store.js';
import { leaveDevice } from '../account/sign-out.js';
import styles from '../attend/registration/registration.module.css';
import { Button } from '../ui/button.js';

/** Two steps, the second with what proves that it is oneself: the code of a mail, or the second factor that was shown. */
export function EraseMe({ onGone }: { onGone: () => void }) {
  const { t } = useTranslation('attendance');
  const [need, setNeed] = useState<ErasureNeed['confirmBy'] | null>(null);
  const [code, setCode] = useState('');
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const wrong = fieldError(error, '/code');

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setError(null);
    await work().catch(setError);
    setBusy(false);
  };
  const begin = (): void =>
    void attempt(async () => {
      setNeed((await askApi<ErasureNeed>('POST', '/api/me/erasure-code')).confirmBy);
    });
  const erase = (event: SyntheticEvent): void => {
    event.preventDefault();
    void attempt(async () => {
      await askApi('POST', '/api/me/erasure', need === 'code' ? { code: code.trim() } : {});
      await leaveDevice();
      onGone();
      await refreshMe();
    });
  };

  return (
    <section className={styles.stored} aria-label={t('privacy.eraseTitle')}>
      <h2 className={styles.heading}>{t('privacy.eraseTitle')}</h2>
      <p>{t('privacy.eraseText')}</p>
      {need === null ? (
        <Button onPress={begin} isDisabled={busy}>
          {t('privacy.erase')}
        </Button>
      ) : (
        <form className={styles.form} onSubmit={erase} noValidate>
          {need === 'code' && (
            <TextField className={styles.field} value={code} onChange={setCode} inputMode="numeric" autoComplete="one-time-code" maxLength={12} isInvalid={wrong !== undefined} autoFocus>
              <Label>{t('privacy.codeLabel')}</Label>
              <Input className={styles.input} dir="ltr" />
              <Text slot="description" className={styles.note}>
                {t('privacy.codeHint')}
              </Text>
              <FieldError className={styles.error}>{wrong}</FieldError>
            </TextField>
          )}
          <p>{t('privacy.sure')}</p>
          <div className={styles.actions}>
            <Button type="submit" isDisabled={busy}>
              {t('privacy.eraseYes')}
            </Button>
            <Button look="strong" onPress={() => setNeed(null)}>
              {t('privacy.eraseNo')}
            </Button>
          </div>
        </form>
      )}
      {error !== null && wrong === undefined && (
        <p className={styles.error} role="alert">
          {(error instanceof RequestRefused ? error.problem?.detail : undefined) ?? t('offline.text')}
        </p>
      )}
    </section>
  );
}
