import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SpeakerProfile } from '@contract/speaking.js';
import { fieldError } from '../../account/ask-api.js';
import { usePageTitle } from '../../app/use-page-title.js';
import { useLiveAgenda } from '../../live/live-agenda.js';
import { Button } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { RichText } from '../../ui/rich-text.js';
import { Skeleton } from '../../ui/skeleton.js';
import { TextField } from '../../ui/text-field.js';
import { showToast } from '../../ui/toasts.js';
import { readProfile, saveProfile } from '../speaking-requests.js';
import { useRefusal } from '../use-refusal.js';
import { ProfilePhoto } from './profile-photo.js';
import styles from './profile-page.module.css';

/** What the agenda says of a speaker, written by themself. */
export default function ProfilePage() {
  const { t } = useTranslation('speak');
  const { agenda } = useLiveAgenda();
  const { slug, title } = agenda.conference;
  usePageTitle(t('profile.title'), title);
  const query = useQuery({ queryKey: ['my-profile', slug], queryFn: async () => await readProfile(slug) });
  if (query.isPending) return <Skeleton height="20rem" />;
  if (query.isError) {
    return (
      <EmptyState icon="alert" title={t('unread')} heading="h1" actions={<Button onPress={() => void query.refetch()}>{t('tryAgain')}</Button>}>
        {t('unreadText')}
      </EmptyState>
    );
  }
  return (
    <>
      <h1 className={styles.title}>{t('profile.title')}</h1>
      <p className={styles.note}>{t('profile.text')}</p>
      <ProfilePhoto slug={slug} photo={query.data.photo} />
      <Words slug={slug} profile={query.data} />
    </>
  );
}

function Words({ slug, profile }: { slug: string; profile: SpeakerProfile }) {
  const { t } = useTranslation('speak');
  const client = useQueryClient();
  const refuse = useRefusal();
  const [name, setName] = useState(profile.name);
  const [biography, setBiography] = useState(profile.biography);
  const save = useMutation({
    mutationFn: async () => await saveProfile(slug, { name, biography }),
    onSuccess: (saved) => {
      client.setQueryData(['my-profile', slug], saved);
      showToast(t('profile.saved'));
    },
    onError: (error) => {
      if (fieldError(error, '/name') === undefined && fieldError(error, '/biography') === undefined) refuse(error);
    },
  });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <TextField label={t('profile.name')} value={name} onChange={setName} error={fieldError(save.error, '/name')} maxLength={200} />
      <div className={styles.sides}>
        <TextField
          label={t('profile.biography')} description={t('profile.biographyHint')} lines={12} maxLength={20_000}
          value={biography} onChange={setBiography} error={fieldError(save.error, '/biography')}
        />
        <section aria-label={t('profile.preview')}>
          <h2 className={styles.subtitle}>{t('profile.preview')}</h2>
          <div className={styles.preview}>{biography.trim() === '' ? <p className={styles.note}>{t('profile.previewEmpty')}</p> : <RichText text={biography} />}</div>
        </section>
      </div>
      <p>
        <Button type="submit" look="strong" isDisabled={save.isPending}>
          {t('profile.save')}
        </Button>
      </p>
    </form>
  );
}
