import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { usePageTitle } from '../app/use-page-title.js';
import { Button } from '../ui/button.js';
import { LinkButton } from '../ui/link-button.js';
import { TextField } from '../ui/text-field.js';
import { AccountFrame } from './account-frame.js';
import styles from './account.module.css';
import { afterSignIn } from './after-sign-in.js';
import { askApi, fieldError, RequestRefused } from './ask-api.js';
import { Notice } from './notice.js';
import { useMe } from './use-me.js';

/** The operator's one-time link: makes whoever opened it an administrator. */
export default function WelcomePage() {
  const { t } = useTranslation('account');
  usePageTitle(t('welcome.title'));
  return (
    <AccountFrame narrow>
      <h1 className={styles.title}>{t('welcome.title')}</h1>
      <Welcome />
    </AccountFrame>
  );
}

function Welcome() {
  const { t, i18n } = useTranslation('account');
  const { token = '' } = useParams();
  const navigate = useNavigate();
  const me = useMe();
  const [email, setEmail] = useState('');
  const isHere = me.phase === 'signed-in';
  const accept = useMutation({
    mutationFn: async () => await askApi('POST', '/api/welcome', { token, language: i18n.language, ...(isHere ? {} : { email }) }),
    onSuccess: async () => await navigate(await afterSignIn(null), { replace: true }),
  });
  const code = accept.error instanceof RequestRefused ? accept.error.code : null;
  const wrongAddress = fieldError(accept.error, '/email') === undefined ? undefined : t('address.wrong');
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        accept.mutate();
      }}
    >
      <p className={styles.lead}>{isHere ? t('welcome.leadSignedIn', { handle: me.account.handle }) : t('welcome.lead')}</p>
      {code === 'sign-in-first' && (
        <Notice tone="warn">
          <p>{t('welcome.signInFirst')}</p>
          <LinkButton href={`/sign-in?${new URLSearchParams({ returnTo: `/welcome/${token}` }).toString()}`}>{t('menu.signIn')}</LinkButton>
        </Notice>
      )}
      {accept.isError && code !== 'sign-in-first' && wrongAddress === undefined && <Notice tone="bad">{t('welcome.refused')}</Notice>}
      {!isHere && (
        <TextField label={t('address.label')} type="email" name="email" autoComplete="email" isRequired value={email} onChange={setEmail} error={wrongAddress} />
      )}
      <div className={styles.actions}>
        <Button type="submit" look="strong" isDisabled={accept.isPending || (!isHere && email.trim() === '')}>
          {t('welcome.action')}
        </Button>
      </div>
    </form>
  );
}
