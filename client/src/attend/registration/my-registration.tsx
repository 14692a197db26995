import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { OwnRegistration, Registration } from '@contract/attendance.js';
import { RequestRefused } from '../../account/ask-api.js';
import { refreshMe } from '../../account/me-store.js';
import { forgetKept } from '../../offline/device-store.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { LinkButton } from '../../ui/link-button.js';
import { useFormat } from '../../ui/use-format.js';
import { attendanceQueries, cancelRegistration, wishRegistration } from './attendance-requests.js';
import styles from './registration.module.css';
import { usePlaceName } from './use-place-name.js';
import { usePlaceZone } from './use-place-zone.js';

interface Props {
  slug: string;
  registration: Registration;
  isOpen: boolean;
}

/** What one has, with the way out of it and back. */
export function MyRegistration({ slug, registration, isOpen }: Props) {
  const { t } = useTranslation('attendance');
  const format = useFormat();
  const nameOf = usePlaceName();
  const zoneOf = usePlaceZone();
  const [asking, ask] = useState(false);
  const { checkedInAt } = registration;
  const settle = async (answer: OwnRegistration): Promise<void> => {
    ask(false);
    attendanceQueries.setQueryData(['registration', slug], answer);
    await Promise.all([refreshMe(), attendanceQueries.invalidateQueries()]);
  };
  const cancel = useMutation({
    mutationFn: async () => {
      const answer = await cancelRegistration(slug);
      await forgetKept('tickets', slug);
      return answer;
    },
    onSuccess: settle,
  });
  const undo = useMutation({ mutationFn: () => wishRegistration(slug, { venueId: registration.venueId }), onSuccess: settle });
  const error = cancel.error ?? undo.error;
  const where = nameOf(registration.venueId);

  return (
    <section className={styles.mine} data-state={registration.state} aria-label={t('mine.title')}>
      <p className={styles.state} role="status">
        <Icon name={registration.state === 'confirmed' ? 'check' : registration.state === 'waitlisted' ? 'clock' : 'close'} />
        <span dir="auto">{words()}</span>
      </p>
      {error !== null && (
        <p className={styles.error} role="alert">
          {(error instanceof RequestRefused ? error.problem?.detail : undefined) ?? t('offline.text')}
        </p>
      )}
      {checkedInAt !== null && <p>{t('mine.letIn', { when: whenIn(zoneOf(registration.venueId), Date.parse(checkedInAt)) })}</p>}
      {asking && <p>{t('mine.cancelAsk')}</p>}
      <div className={styles.actions}>
        {registration.state === 'confirmed' && !asking && (
          <LinkButton look="strong" href={`/${slug}/ticket`}>
            {t('mine.toTicket')}
          </LinkButton>
        )}
        {registration.state !== 'cancelled' && checkedInAt === null && !asking && <Button onPress={() => ask(true)}>{t('mine.cancel')}</Button>}
        {asking && (
          <>
            <Button onPress={() => cancel.mutate()} isDisabled={cancel.isPending}>
              {t('mine.cancelYes')}
            </Button>
            <Button look="strong" onPress={() => ask(false)} autoFocus>
              {t('mine.cancelNo')}
            </Button>
          </>
        )}
        {registration.state === 'cancelled' && isOpen && (
          <Button onPress={() => undo.mutate()} isDisabled={undo.isPending}>
            {t('mine.undo')}
          </Button>
        )}
      </div>
    </section>
  );

  function whenIn(zone: string, instant: number): string {
    return `${format.dateTime(instant, zone)} ${format.zoneName(zone, instant)}`;
  }

  function words(): string {
    switch (registration.state) {
      case 'confirmed':
        return registration.venueId === null ? t('mine.confirmedRemote') : t('mine.confirmedAt', { where });
      case 'waitlisted':
        return t('mine.waiting', { where, formatted: format.number(registration.waitlistPlace ?? 1) });
      case 'cancelled':
        return t('mine.cancelled');
    }
  }
}
