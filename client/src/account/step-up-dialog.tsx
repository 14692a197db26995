import { startAuthentication, type PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser';
import { QueryClient, QueryClientProvider, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SecondFactors } from '@contract/account.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { LinkButton } from '../ui/link-button.js';
import { Skeleton } from '../ui/skeleton.js';
import { TextField } from '../ui/text-field.js';
import styles from './account.module.css';
import { askApi } from './ask-api.js';
import { refreshMe } from './me-store.js';
import { Notice } from './notice.js';
import { plainDigits } from './plain-digits.js';
import { endStepUp } from './step-up.js';
import { useRefusalWords } from './use-refusal-words.js';

const client = new QueryClient({ defaultOptions: { queries: { retry: 1, staleTime: 0 } } });

/** Asks for the passkey, the code of the app or a recovery code; then whoever waits for it goes on. */
export function StepUpDialog() {
  const { t } = useTranslation('account');
  return (
    <QueryClientProvider client={client}>
      <Dialog title={t('stepUp.title')} closeLabel={t('stepUp.close')} isOpen onOpenChange={(open) => !open && endStepUp(false)}>
        <Means />
      </Dialog>
    </QueryClientProvider>
  );
}

type Means = { by: 'passkey' } | { by: 'totp' | 'recovery'; code: string };

async function show(means: Means): Promise<void> {
  if (means.by !== 'passkey') return await askApi('POST', `/api/me/step-up/${means.by}`, { code: means.code });
  const optionsJSON = await askApi<PublicKeyCredentialRequestOptionsJSON>('POST', '/api/me/step-up/passkey/options');
  await askApi('POST', '/api/me/step-up/passkey', { answer: await startAuthentication({ optionsJSON }) });
}

function Means() {
  const { t } = useTranslation('account');
  const words = useRefusalWords();
  const factors = useQuery({ queryKey: ['second-factors'], queryFn: async () => await askApi<SecondFactors>('GET', '/api/me/second-factors') });
  const proof = useMutation({
    mutationFn: show,
    onSuccess: async () => {
      await refreshMe();
      endStepUp(true);
    },
  });
  const [lost, setLost] = useState(false);
  if (factors.isPending) return <Skeleton height="6rem" />;
  if (factors.isError) return <Notice tone="bad">{words(factors.error)}</Notice>;
  const { passkeys, totp, recoveryCodes } = factors.data;
  if (passkeys.length === 0 && !totp) {
    return (
      <div className={styles.form}>
        <p>{t('stepUp.none')}</p>
        <div className={styles.actions} onClickCapture={() => endStepUp(false)}>
          <LinkButton look="strong" href={`/account?${new URLSearchParams({ setUp: '1', returnTo: location.pathname }).toString()}`}>
            {t('stepUp.setUp')}
          </LinkButton>
        </div>
      </div>
    );
  }
  return (
    <div className={styles.form}>
      <p className={styles.lead}>{t('stepUp.lead')}</p>
      {proof.isError && <Notice tone="bad">{words(proof.error)}</Notice>}
      {passkeys.length > 0 && (
        <div className={styles.actions}>
          <Button look="strong" autoFocus isDisabled={proof.isPending} onPress={() => proof.mutate({ by: 'passkey' })}>
            {t('stepUp.usePasskey')}
          </Button>
        </div>
      )}
      {totp && <CodeEntry label={t('stepUp.totp')} length={6} isBusy={proof.isPending} onCode={(code) => proof.mutate({ by: 'totp', code })} />}
      {recoveryCodes > 0 && !lost && (
        <Button look="quiet" onPress={() => setLost(true)}>
          {t('stepUp.lost')}
        </Button>
      )}
      {lost && <CodeEntry label={t('stepUp.recovery')} isBusy={proof.isPending} onCode={(code) => proof.mutate({ by: 'recovery', code })} />}
    </div>
  );
}

/** `length`: of a code of digits; left out where it may hold letters. */
function CodeEntry({ label, length, isBusy, onCode }: { label: string; length?: number; isBusy: boolean; onCode: (code: string) => void }) {
  const { t } = useTranslation('account');
  const [code, setCode] = useState('');
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onCode(code);
      }}
    >
      <TextField
        label={label}
        autoComplete="one-time-code"
        {...(length === undefined ? {} : { inputMode: 'numeric' as const })}
        value={code}
        onChange={(text) => setCode(length === undefined ? text : plainDigits(text))}
      />
      <div className={styles.actions}>
        <Button type="submit" isDisabled={isBusy || (length === undefined ? code.length < 8 : code.length !== length)}>
          {t('stepUp.confirm')}
        </Button>
      </div>
    </form>
  );
}
