import { browserSupportsWebAuthn, startAuthentication, type PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.js';
import styles from './account.module.css';
import { askApi } from './ask-api.js';
import { Notice } from './notice.js';
import { useRefusalWords } from './use-refusal-words.js';

async function show(): Promise<void> {
  const optionsJSON = await askApi<PublicKeyCredentialRequestOptionsJSON>('POST', '/api/sign-in/passkey/options');
  await askApi('POST', '/api/sign-in/passkey', { answer: await startAuthentication({ optionsJSON }) });
}

/** Signs in by a passkey alone: no mail is needed, and the device says whose it is. Not shown where the browser has none. */
export function PasskeySignIn({ onSignedIn }: { onSignedIn: () => Promise<void> }) {
  const { t } = useTranslation('account');
  const words = useRefusalWords();
  const proof = useMutation({ mutationFn: show, onSuccess: onSignedIn });
  if (!browserSupportsWebAuthn()) return null;
  return (
    <section className={styles.form} aria-label={t('signIn.passkey')}>
      {proof.isError && <Notice tone="bad">{words(proof.error)}</Notice>}
      <div className={styles.actions}>
        <Button icon="person" isDisabled={proof.isPending} onPress={() => proof.mutate()}>
          {t('signIn.passkey')}
        </Button>
      </div>
      <p className={styles.lead}>{t('signIn.passkeyHint')}</p>
    </section>
  );
}
