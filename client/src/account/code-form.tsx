import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.js';
import { TextField } from '../ui/text-field.js';
import { useFormat } from '../ui/use-format.js';
import styles from './account.module.css';
import { Notice } from './notice.js';
import { plainDigits } from './plain-digits.js';
import { useRefusalWords } from './use-refusal-words.js';

const DIGITS = 8;

interface Props {
  email: string;
  onCode: (code: string) => Promise<void>;
  onAgain: () => void;
}

/** Takes the eight digits of the mail. The link in it works as well, in this browser. */
export function CodeForm({ email, onCode, onAgain }: Props) {
  const { t } = useTranslation('account');
  const words = useRefusalWords();
  const format = useFormat();
  const [code, setCode] = useState('');
  const [short, setShort] = useState(false);
  const show = useMutation({ mutationFn: async () => await onCode(code) });
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setShort(code.length < DIGITS);
        if (code.length === DIGITS) show.mutate();
      }}
    >
      <p className={styles.lead} role="status">
        {t('code.sent', { email })}
      </p>
      <div className={styles.code}>
        <TextField
          label={t('code.label')}
          description={t('code.hint')}
          inputMode="numeric"
          autoComplete="one-time-code"
          // whoever asked for a code goes on by typing it
          autoFocus
          value={code}
          onChange={(text) => {
            setCode(plainDigits(text));
            setShort(false);
          }}
          error={short ? t('code.short', { count: DIGITS - code.length, formatted: format.number(DIGITS - code.length) }) : show.isError ? words(show.error) : undefined}
        />
      </div>
      <div className={styles.actions}>
        <Button type="submit" look="strong" isDisabled={show.isPending}>
          {t('code.signIn')}
        </Button>
        <Button look="quiet" onPress={onAgain}>
          {t('code.again')}
        </Button>
      </div>
      {show.isError && <Notice tone="warn">{t('code.againHint')}</Notice>}
    </form>
  );
}
