import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../account/use-me.js';
import { usePageTitle } from '../../app/use-page-title.js';
import { useLiveAgenda } from '../../live/live-agenda.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Icon } from '../../ui/icon.js';
import { Skeleton } from '../../ui/skeleton.js';
import { useFormat } from '../../ui/use-format.js';
import { attendanceQueries, readOffer, readOwnRegistration } from './attendance-requests.js';
import { ForgetLegalName } from './forget-legal-name.js';
import { MyRegistration } from './my-registration.js';
import { NotRead } from './not-read.js';
import { RegistrationForm } from './registration-form.js';
import styles from './registration.module.css';
import { SignInFirst } from './sign-in-first.js';
import { WhatIsStored } from './what-is-stored.js';

/** Registration: what is offered, what is stored, what one has. */
export default function RegisterPage() {
  const { t } = useTranslation('attendance');
  const { agenda } = useLiveAgenda();
  usePageTitle(t('register.title'), agenda.conference.title);
  return (
    <QueryClientProvider client={attendanceQueries}>
      <div className={styles.page}>
        <h1 className={styles.title}>{t('register.title')}</h1>
        <Offer slug={agenda.conference.slug} />
      </div>
    </QueryClientProvider>
  );
}

function Offer({ slug }: { slug: string }) {
  const { t } = useTranslation('attendance');
  const format = useFormat();
  const me = useMe();
  const offer = useQuery({ queryKey: ['offer', slug], queryFn: () => readOffer(slug) });
  const own = useQuery({ queryKey: ['registration', slug], queryFn: () => readOwnRegistration(slug), enabled: me.phase === 'signed-in' });
  if (offer.isError) return <NotRead error={offer.error} onRetry={() => void offer.refetch()} />;
  if (own.isError) return <NotRead error={own.error} onRetry={() => void own.refetch()} />;
  if (offer.isPending || me.phase === 'loading' || (me.phase === 'signed-in' && own.isPending)) return <Skeleton height="14rem" />;

  const isOpen = offer.data.registration === 'open';
  const registration = own.data?.registration ?? null;
  const wasLetIn = registration !== null && registration.checkedInAt !== null;
  const holds = registration !== null && registration.state !== 'cancelled';
  return (
    <>
      {registration !== null && <MyRegistration slug={slug} registration={registration} isOpen={isOpen} />}
      {!isOpen && holds && !wasLetIn && <p className={styles.note}>{t('register.closedKeep')}</p>}
      {!isOpen && !holds && (
        <EmptyState icon="calendar" title={t('register.closedTitle')}>
          {t('register.closedText')}
        </EmptyState>
      )}
      {isOpen && !wasLetIn && <p className={styles.note}>{t('register.intro')}</p>}
      {isOpen && offer.data.registered !== null && (
        <p className={styles.note}>{t('register.people', { count: offer.data.registered, formatted: format.number(offer.data.registered) })}</p>
      )}
      {offer.data.safetyMode && (
        <section className={styles.safety} aria-label={t('safety.title')}>
          <h2 className={styles.heading}>
            <Icon name="alert" /> {t('safety.title')}
          </h2>
          <p>{t('safety.text')}</p>
        </section>
      )}
      {isOpen && me.phase !== 'signed-in' && <SignInFirst />}
      {isOpen && me.phase === 'signed-in' && !wasLetIn && (
        <RegistrationForm key={`${registration?.venueId} ${registration?.state}`} slug={slug} offer={offer.data} registration={registration} />
      )}
      {wasLetIn && registration.hasLegalName && <ForgetLegalName slug={slug} venueId={registration.venueId} />}
      <WhatIsStored retentionDays={offer.data.retentionDays} />
    </>
  );
}
