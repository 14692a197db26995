import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MyAccount } from '@contract/account.js';
import { chooseLanguage, LANGUAGES } from '../i18n/languages.js';
import { changeLanguage } from '../i18n/start-i18n.js';
import { Button } from '../ui/button.js';
import { TextField } from '../ui/text-field.js';
import { showToast } from '../ui/toasts.js';
import styles from './account.module.css';
import { askApi, fieldError } from './ask-api.js';
import { refreshMe } from './me-store.js';
import { Notice } from './notice.js';
import { useRefusalWords } from './use-refusal-words.js';

const ZONES = Intl.supportedValuesOf('timeZone');
const BROWSERS_OWN = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The name that others see, the language of mails, and the zone of one's times. */
export function ProfileForm({ account }: { account: MyAccount }) {
  const { t } = useTranslation('account');
  const words = useRefusalWords();
  const ids = { zone: useId(), language: useId() };
  const [handle, setHandle] = useState(account.handle);
  const [zone, setZone] = useState(account.zone ?? '');
  const [language, setLanguage] = useState(chooseLanguage([account.language]).tag as string);
  const save = useMutation({
    mutationFn: async () => await askApi('PATCH', '/api/me', { handle, zone: zone === '' ? null : zone, language }),
    onSuccess: async () => {
      await Promise.all([refreshMe(), changeLanguage(chooseLanguage([language]))]);
      showToast(t('profile.saved'));
    },
  });
  const wrongHandle = fieldError(save.error, '/handle') === undefined ? undefined : t('profile.handleWrong');
  return (
    <form
      className={styles.section}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <h2>{t('profile.title')}</h2>
      {save.isError && wrongHandle === undefined && <Notice tone="bad">{words(save.error)}</Notice>}
      <TextField label={t('profile.handle')} description={t('profile.handleHint')} autoComplete="nickname" value={handle} onChange={setHandle} maxLength={60} error={wrongHandle} />
      <div className={styles.field}>
        <label htmlFor={ids.language}>{t('profile.language')}</label>
        <select id={ids.language} className={styles.select} value={language} onChange={(event) => setLanguage(event.target.value)}>
          {LANGUAGES.map(({ tag, name }) => (
            <option key={tag} value={tag} lang={tag}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div className={styles.field}>
        <label htmlFor={ids.zone}>{t('profile.zone')}</label>
        <select id={ids.zone} className={styles.select} value={zone} onChange={(event) => setZone(event.target.value)}>
          <option value="">{t('profile.zoneOfBrowser', { zone: BROWSERS_OWN })}</option>
          {ZONES.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </div>
      <div className={styles.actions}>
        <Button type="submit" look="strong" isDisabled={save.isPending || handle.trim() === ''}>
          {t('profile.save')}
        </Button>
      </div>
    </form>
  );
}
