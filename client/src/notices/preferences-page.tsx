import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import type { NotificationPreference, NotificationPreferences } from '@contract/notifications.js';
import { AccountFrame } from '../account/account-frame.js';
import styles from '../account/account.module.css';
import { askApi } from '../account/ask-api.js';
import { Notice } from '../account/notice.js';
import { useMe } from '../account/use-me.js';
import { useRefusalWords } from '../account/use-refusal-words.js';
import { usePageTitle } from '../app/use-page-title.js';
import { FollowedSection } from '../follow/followed-section.js';
import { Skeleton } from '../ui/skeleton.js';
import own from './preferences-page.module.css';
import { PushSection } from './push-section.js';

/** How one wishes to be told, of each kind. */
export default function PreferencesPage() {
  const { t } = useTranslation('notices');
  const me = useMe();
  usePageTitle(t('preferences.title'));
  if (me.phase === 'anonymous') return <Navigate to="/sign-in?returnTo=/account/notifications" replace />;
  return (
    <AccountFrame>
      <h1 className={styles.title}>{t('preferences.title')}</h1>
      <p className={styles.lead}>{t('preferences.lead')}</p>
      <FollowedSection />
      <PushSection />
      <Preferences />
    </AccountFrame>
  );
}

const KEY = ['notification-preferences'];

function Preferences() {
  const { t } = useTranslation('notices');
  const words = useRefusalWords();
  const queries = useQueryClient();
  // shown in the very press; what the server has is read after it
  const [chosen, setChosen] = useState<readonly NotificationPreference[]>([]);
  const preferences = useQuery({ queryKey: KEY, queryFn: async () => await askApi<NotificationPreferences>('GET', '/api/me/notification-preferences') });
  const choose = useMutation({
    mutationFn: async (chosen: NotificationPreference) => await askApi('PUT', '/api/me/notification-preferences', chosen),
    onSettled: async (_answer, _error, sent) => {
      await queries.invalidateQueries({ queryKey: KEY });
      setChosen((all) => all.filter((one) => one !== sent));
    },
  });
  const choosing = (preference: NotificationPreference): void => {
    setChosen((all) => [...all, preference]);
    choose.mutate(preference);
  };
  const items = preferences.data?.items.map((item) => chosen.findLast(({ kind }) => kind === item.kind) ?? item);
  return (
    <section className={styles.section}>
      <h2>{t('preferences.ways')}</h2>
      {preferences.isPending && <Skeleton height="8rem" />}
      {(preferences.isError || choose.isError) && <Notice tone="bad">{words(preferences.error ?? choose.error)}</Notice>}
      {items?.map((item) => (
        <fieldset key={item.kind} className={own.kind}>
          <legend>{t(`preferences.kind.${item.kind}`)}</legend>
          {(['inApp', 'mail', 'push'] as const).map((way) => (
            <label key={way} className={own.way}>
              <input type="checkbox" checked={item[way]} onChange={(event) => choosing({ ...item, [way]: event.target.checked })} />
              {t(`preferences.way.${way}`)}
            </label>
          ))}
        </fieldset>
      ))}
    </section>
  );
}
