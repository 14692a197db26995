import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { ReminderReceipt, SpeakerAnswers } from '@contract/speaking.js';
import { useMe } from '../../account/use-me.js';
import { usePageTitle } from '../../app/use-page-title.js';
import { useRefusal } from '../../speak/use-refusal.js';
import { Button } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { SearchField } from '../../ui/search-field.js';
import { Skeleton } from '../../ui/skeleton.js';
import { showToast } from '../../ui/toasts.js';
import { ToggleGroup } from '../../ui/toggle-group.js';
import { useFormat } from '../../ui/use-format.js';
import { reachIn } from '../reach.js';
import { useTellMailed } from '../use-tell-mailed.js';
import { ANSWER_FILTERS, chooseSpeakers, canBeReminded, type AnswerFilter } from './choose-speakers.js';
import { ReminderDays } from './reminder-days.js';
import { SpeakersTable } from './speakers-table.js';
import { readAnswers, remind, resendInvitation } from './speakers-requests.js';
import styles from './speakers-page.module.css';

const InviteDialog = lazy(async () => ({ default: (await import('./invite-dialog.js')).InviteDialog }));
const NotesDialog = lazy(async () => ({ default: (await import('./notes-dialog.js')).NotesDialog }));

export type AnsweredSlot = SpeakerAnswers['slots'][number];

/** Who speaks, who has joined, and what they answered: for organizers, and for a city host as far as their city goes. */
export default function SpeakersPage() {
  const { t } = useTranslation('speak');
  const { slug = '' } = useParams();
  // a city host reads only
  const mayEdit = reachIn(useMe(), slug) === 'everything';
  const format = useFormat();
  const refuse = useRefusal();
  const tellMailed = useTellMailed();
  const { t: say } = useTranslation('organize');
  usePageTitle(t('organize.title'));
  const [filter, setFilter] = useState<AnswerFilter>('all');
  const [search, setSearch] = useState('');
  const [inviting, setInviting] = useState<SpeakerAnswers | null>(null);
  const [noting, setNoting] = useState<AnsweredSlot | null>(null);
  const client = useQueryClient();
  const queryKey = ['speaker-answers', slug];
  const query = useQuery({ queryKey, queryFn: async () => await readAnswers(slug), refetchInterval: 60_000 });
  const readAnew = async (): Promise<void> => await client.invalidateQueries({ queryKey });
  const told = ({ reminded }: ReminderReceipt): void =>
    showToast(reminded === 0 ? t('organize.remindedNobody') : t('organize.reminded', { count: reminded, formatted: format.number(reminded) }));
  const reminding = useMutation({ mutationFn: async (id?: string) => await remind(slug, id), onSuccess: told, onError: refuse, onSettled: readAnew });
  const resending = useMutation({
    mutationFn: async (speaker: SpeakerAnswers) => await resendInvitation(slug, speaker.speakerId),
    onSuccess: (_done, { name }) => tellMailed(t('organize.invited', { name }), say('mail.waits', { to: name })),
    onError: refuse,
    onSettled: readAnew,
  });

  if (query.isPending) return <Skeleton height="24rem" />;
  if (query.isError) {
    return (
      <EmptyState icon="alert" title={t('unread')} heading="h1" actions={<Button onPress={() => void query.refetch()}>{t('tryAgain')}</Button>}>
        {t('unreadText')}
      </EmptyState>
    );
  }
  const { speakers } = query.data;
  const shown = chooseSpeakers(speakers, filter, search);
  const unanswered = speakers.filter((speaker) => canBeReminded(speaker)).length;
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{t('organize.title')}</h1>
      <p className={styles.note}>{t('organize.text')}</p>
      <div className={styles.bar}>
        <SearchField label={t('organize.search')} placeholder={t('organize.search')} clearLabel={t('organize.close')} value={search} onChange={setSearch} />
        <ToggleGroup label={t('organize.show')} value={filter} onChange={setFilter} options={ANSWER_FILTERS.map((key) => ({ key, label: t(`organize.filter.${key}`) }))} />
        {mayEdit && unanswered > 0 && (
          <Button look="strong" isDisabled={reminding.isPending} onPress={() => reminding.mutate(undefined)}>
            {t('organize.remindAll', { count: unanswered, formatted: format.number(unanswered) })}
          </Button>
        )}
      </div>
      {shown.length === 0 ? (
        <EmptyState icon="search" title={t('organize.none')}>
          {t('organize.noneText')}
        </EmptyState>
      ) : (
        <SpeakersTable
          speakers={shown} mayEdit={mayEdit} isBusy={reminding.isPending || resending.isPending}
          onInvite={setInviting} onResend={resending.mutate} onRemind={(speaker) => reminding.mutate(speaker.speakerId)} onNote={setNoting}
        />
      )}
      {mayEdit && <ReminderDays slug={slug} />}
      <Suspense>
        {inviting !== null && <InviteDialog slug={slug} speaker={inviting} onClose={() => setInviting(null)} onInvited={readAnew} />}
        {noting !== null && <NotesDialog slug={slug} slot={noting} onClose={() => setNoting(null)} />}
      </Suspense>
    </div>
  );
}
