import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { useMe } from '../../account/use-me.js';
import { Button } from '../../ui/button.js';
import { LinkButton } from '../../ui/link-button.js';
import styles from './overlay.module.css';
import type { Refusal } from './refusal.js';

interface Props {
  refusal: Refusal;
  slug: string;
  /** What is said when it is there no more, where it is no live stream. */
  gone?: { title: string; text: string };
  onAgain: () => void;
}

/** Why one may not watch, and what to do about it. */
export function Refused({ refusal, slug, gone, onAgain }: Props) {
  const { t } = useTranslation('player');
  const { pathname } = useLocation();
  const me = useMe();
  const signedIn = me.phase === 'signed-in';
  // nobody knows yet whether who is not signed in has a ticket
  const shown = refusal === 'register' && !signedIn ? 'sign-in' : refusal;
  return (
    <div className={styles.sheet} role="alert">
      <p className={styles.title}>{shown === 'gone' && gone !== undefined ? gone.title : t(`refused.${shown}.title`)}</p>
      <p>{shown === 'gone' && gone !== undefined ? gone.text : t(`refused.${shown}.text`)}</p>
      <p className={styles.actions}>
        {shown === 'sign-in' && (
          <LinkButton look="strong" href={`/sign-in?${new URLSearchParams({ returnTo: pathname }).toString()}`}>
            {t('signIn')}
          </LinkButton>
        )}
        {(shown === 'sign-in' || shown === 'register') && (
          <LinkButton look={shown === 'register' ? 'strong' : 'plain'} href={`/${slug}/register`}>
            {t('register')}
          </LinkButton>
        )}
        {(shown === 'ask-again' || shown === 'register') && <Button onPress={onAgain}>{t('askAgain')}</Button>}
      </p>
    </div>
  );
}
