import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import type { SignedIn, SignInProof } from '@contract/account.js';
import { usePageTitle } from '../app/use-page-title.js';
import { Button } from '../ui/button.js';
import { LinkButton } from '../ui/link-button.js';
import { AccountFrame } from './account-frame.js';
import styles from './account.module.css';
import { AddressForm } from './address-form.js';
import { afterSignIn, safeReturn } from './after-sign-in.js';
import { askApi } from './ask-api.js';
import { CodeForm } from './code-form.js';
import { Notice } from './notice.js';
import { PasskeySignIn } from './passkey-sign-in.js';
import { signOut } from './sign-out.js';
import { useMe } from './use-me.js';
import { useRefusalWords } from './use-refusal-words.js';

/** Only read: a render may be thrown away and begun anew. */
const readToken = (): string | null => (location.hash === '' ? null : location.hash.slice(1));

/** By mail: an address, then the code or the link. A link that was opened signs in at once. */
export default function SignInPage() {
  const { t } = useTranslation('account');
  usePageTitle(t('signIn.title'));
  return (
    <AccountFrame narrow>
      <SignIn />
    </AccountFrame>
  );
}

function SignIn() {
  const { t } = useTranslation('account');
  const navigate = useNavigate();
  const [query] = useSearchParams();
  const me = useMe();
  const words = useRefusalWords();
  const [token] = useState(readToken);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(query.get('refused') === 'single-sign-on' ? t('refused.single-sign-on') : null);
  const [opening, setOpening] = useState(token !== null);
  const began = useRef(false);
  const returnTo = safeReturn(query.get('returnTo'));

  const show = async (proof: SignInProof): Promise<void> => {
    const answer = await askApi<SignedIn>('POST', '/api/sign-in/verify', proof);
    await navigate(await afterSignIn(answer.returnTo ?? returnTo), { replace: true });
  };
  useEffect(() => {
    if (token === null || began.current) return;
    began.current = true;
    // it lets in, and belongs in no history
    history.replaceState(history.state, '', location.pathname + location.search);
    void show({ token }).catch((error: unknown) => {
      setRefused(words(error));
      setOpening(false);
    });
  });

  if (opening) return <p role="status">{t('signIn.opening')}</p>;
  if (me.phase === 'signed-in' && sentTo === null) {
    return (
      <>
        <h1 className={styles.title}>{t('signIn.already', { handle: me.account.handle })}</h1>
        {refused !== null && <Notice tone="bad">{refused}</Notice>}
        <div className={styles.actions}>
          <LinkButton look="strong" href={returnTo ?? '/account'}>
            {t('signIn.goOn')}
          </LinkButton>
          <Button onPress={() => void signOut()}>{t('menu.signOut')}</Button>
        </div>
      </>
    );
  }
  return (
    <>
      <h1 className={styles.title}>{t('signIn.title')}</h1>
      {refused !== null && <Notice tone="bad">{refused}</Notice>}
      {sentTo === null ? (
        <>
          <p className={styles.lead}>{t('signIn.lead')}</p>
          <AddressForm
            returnTo={returnTo}
            onSent={(email) => {
              setRefused(null);
              setSentTo(email);
            }}
          />
          <PasskeySignIn onSignedIn={async () => await navigate(await afterSignIn(returnTo), { replace: true })} />
          {me.phase === 'anonymous' && me.singleSignOn && (
            <LinkButton outside href={`/api/sign-in/single-sign-on${returnTo === null ? '' : `?${new URLSearchParams({ returnTo }).toString()}`}`}>
              {t('signIn.singleSignOn')}
            </LinkButton>
          )}
        </>
      ) : (
        <CodeForm email={sentTo} onCode={async (code) => await show({ code })} onAgain={() => setSentTo(null)} />
      )}
    </>
  );
}
