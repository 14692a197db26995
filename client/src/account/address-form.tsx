import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.js';
import { TextField } from '../ui/text-field.js';
import styles from './account.module.css';
import { askApi, fieldError } from './ask-api.js';
import { Notice } from './notice.js';
import { useRefusalWords } from './use-refusal-words.js';

interface Props {
  returnTo: string | null;
  onSent: (email: string) => void;
}

/** Asks for the mail with the link and the code. */
export function AddressForm({ returnTo, onSent }: Props) {
  const { t, i18n } = useTranslation('account');
  const words = useRefusalWords();
  const [email, setEmail] = useState('');
  const send = useMutation({
    mutationFn: async () => await askApi('POST', '/api/sign-in', { email, language: i18n.language, ...(returnTo === null ? {} : { returnTo }) }),
    onSuccess: () => onSent(email),
  });
  const error = fieldError(send.error, '/email') === undefined ? undefined : t('address.wrong');
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate();
      }}
    >
      {send.isError && error === undefined && <Notice tone="bad">{words(send.error)}</Notice>}
      <TextField label={t('address.label')} type="email" name="email" autoComplete="email" isRequired value={email} onChange={setEmail} error={error} />
      <div className={styles.actions}>
        <Button type="submit" look="strong" isDisabled={send.isPending || email.trim() === ''}>
          {t('address.send')}
        </Button>
      </div>
    </form>
  );
}
