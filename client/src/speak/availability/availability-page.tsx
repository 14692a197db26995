import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Availability } from '@contract/speaking.js';
import { usePageTitle } from '../../app/use-page-title.js';
import { useLiveAgenda } from '../../live/live-agenda.js';
import { Button } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Skeleton } from '../../ui/skeleton.js';
import { showToast } from '../../ui/toasts.js';
import { readAvailability, saveAvailability } from '../speaking-requests.js';
import { useRefusal } from '../use-refusal.js';
import { AvailabilityEditor } from './availability-editor.js';
import styles from './availability-page.module.css';

/** When a speaker can speak, in their own time. */
export default function AvailabilityPage() {
  const { t } = useTranslation('speak');
  const { agenda } = useLiveAgenda();
  const { slug, title } = agenda.conference;
  usePageTitle(t('availability.title'), title);
  const client = useQueryClient();
  const refuse = useRefusal();
  const queryKey = ['my-availability', slug];
  const query = useQuery({ queryKey, queryFn: async () => await readAvailability(slug), staleTime: Infinity });
  const save = useMutation({
    mutationFn: async (availability: Availability) => await saveAvailability(slug, availability),
    onSuccess: (saved) => {
      client.setQueryData(queryKey, saved);
      showToast(t('availability.saved'));
    },
    onError: refuse,
  });
  if (query.isPending) return <Skeleton height="40rem" />;
  if (query.isError) {
    return (
      <EmptyState icon="alert" title={t('unread')} heading="h1" actions={<Button onPress={() => void query.refetch()}>{t('tryAgain')}</Button>}>
        {t('unreadText')}
      </EmptyState>
    );
  }
  return (
    <>
      <h1 className={styles.title}>{t('availability.title')}</h1>
      <p className={styles.note}>{t('availability.text')}</p>
      <AvailabilityEditor saved={query.data} isSaving={save.isPending} onSave={save.mutate} />
    </>
  );
}
