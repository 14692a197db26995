import { useEffect } from 'react';
import { QueryClientProvider, useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '@contract/attendance.js';
import { useMe } from '../../account/use-me.js';
import { usePageTitle } from '../../app/use-page-title.js';
import { useLiveAgenda } from '../../live/live-agenda.js';
import { forgetKept, keepOnDevice, readKept } from '../../offline/device-store.js';
import { Button } from '../../ui/button.js';
import { Skeleton } from '../../ui/skeleton.js';
import { showToast } from '../../ui/toasts.js';
import { attendanceQueries, readTicket, replaceTicket } from './attendance-requests.js';
import { NoTicket } from './no-ticket.js';
import { NotRead } from './not-read.js';
import styles from './registration.module.css';
import { SignInFirst } from './sign-in-first.js';
import { TicketCard } from './ticket-card.js';

/** One's ticket: as the server says it, or without a network as it was kept on this device. */
export default function TicketPage() {
  const { t } = useTranslation('attendance');
  const { agenda } = useLiveAgenda();
  usePageTitle(t('ticket.title'), agenda.conference.title);
  return (
    <QueryClientProvider client={attendanceQueries}>
      <div className={styles.page}>
        <h1 className={styles.title}>{t('ticket.title')}</h1>
        <MyTicket slug={agenda.conference.slug} />
      </div>
    </QueryClientProvider>
  );
}

function MyTicket({ slug }: { slug: string }) {
  const { t } = useTranslation('attendance');
  const me = useMe();
  const kept = useQuery({ queryKey: ['kept-ticket', slug], queryFn: () => readKept<Ticket>('tickets', slug), networkMode: 'always' });
  const ticket = useQuery({ queryKey: ['ticket', slug], queryFn: () => readTicket(slug), enabled: me.phase === 'signed-in', networkMode: 'always' });
  const replace = useMutation({
    mutationFn: () => replaceTicket(slug),
    onSuccess: async () => {
      await ticket.refetch();
      showToast(t('ticket.replaced'));
    },
  });
  useEffect(() => {
    if (ticket.isSuccess) void (ticket.data === null ? forgetKept('tickets', slug) : keepOnDevice('tickets', slug, ticket.data));
    // who signed out on this device leaves no ticket on it
    if (me.phase === 'anonymous') void forgetKept('tickets', slug);
  }, [ticket.isSuccess, ticket.data, me.phase, slug]);

  if (me.phase === 'anonymous') return <SignInFirst />;
  if (ticket.isSuccess && ticket.data === null) {
    return <NoTicket slug={slug} isMaking={replace.isPending} onMake={() => replace.mutate()} />;
  }
  const shown = ticket.data ?? kept.data;
  if (shown === undefined || shown === null) {
    return ticket.isError ? <NotRead error={ticket.error} onRetry={() => void ticket.refetch()} /> : <Skeleton height="22rem" />;
  }
  return (
    <>
      <TicketCard ticket={shown} />
      {ticket.isSuccess && (
        <section className={styles.stored} aria-label={t('ticket.replace')}>
          <p>{t('ticket.replaceHint')}</p>
          <Button onPress={() => replace.mutate()} isDisabled={replace.isPending}>
            {t('ticket.replace')}
          </Button>
        </section>
      )}
    </>
  );
}
