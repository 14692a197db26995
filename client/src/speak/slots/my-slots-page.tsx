import { useTranslation } from 'react-i18next';
import { usePageTitle } from '../../app/use-page-title.js';
import { useNow } from '../../app/use-now.js';
import { useLiveAgenda } from '../../live/live-agenda.js';
import { Button } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Skeleton } from '../../ui/skeleton.js';
import { useFormat } from '../../ui/use-format.js';
import { SlotCard } from './slot-card.js';
import { SlotsFeed } from './slots-feed.js';
import styles from './my-slots-page.module.css';
import { useMySlots } from './use-my-slots.js';

const MINUTE = 60_000;

/** A speaker's slots: the next one first, those that are over last. */
export default function MySlotsPage() {
  const { t } = useTranslation('speak');
  const { agenda } = useLiveAgenda();
  usePageTitle(t('nav.slots'), agenda.conference.title);
  const format = useFormat();
  const now = useNow(MINUTE);
  const query = useMySlots();
  if (query.isPending) return <Skeleton height="20rem" />;
  if (query.isError) {
    return (
      <EmptyState icon="alert" title={t('unread')} heading="h1" actions={<Button onPress={() => void query.refetch()}>{t('tryAgain')}</Button>}>
        {t('unreadText')}
      </EmptyState>
    );
  }
  const { slots } = query.data;
  const coming = slots.filter((slot) => Date.parse(slot.endsAt) > now);
  const past = slots.filter((slot) => Date.parse(slot.endsAt) <= now);
  const waiting = coming.filter((slot) => slot.answer.state === 'asked' && !slot.cancelled).length;
  const [next] = coming.filter((slot) => !slot.cancelled);
  return (
    <>
      <h1 className={styles.title}>{t('nav.slots')}</h1>
      {slots.length === 0 ? (
        <EmptyState icon="calendar" title={t('empty')}>
          {t('emptyText')}
        </EmptyState>
      ) : (
        <p className={styles.sum} role="status">
          {t('count', { count: slots.length, formatted: format.number(slots.length) })}
          {waiting > 0 && <strong> · {t('waiting', { count: waiting, formatted: format.number(waiting) })}</strong>}
        </p>
      )}
      <ul className={styles.list}>
        {coming.map((slot) => (
          <SlotCard key={slot.sessionId} slot={slot} isNext={slot === next} />
        ))}
      </ul>
      {past.length > 0 && (
        <section aria-labelledby="past-slots">
          <h2 id="past-slots" className={styles.heading}>
            {t('past')}
          </h2>
          <ul className={styles.list}>
            {past.map((slot) => (
              <SlotCard key={slot.sessionId} slot={slot} isNext={false} />
            ))}
          </ul>
        </section>
      )}
      <SlotsFeed />
    </>
  );
}
