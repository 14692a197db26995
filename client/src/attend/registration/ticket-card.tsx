import { useTranslation } from 'react-i18next';
import type { Ticket } from '@contract/attendance.js';
import { Icon } from '../../ui/icon.js';
import { useFormat } from '../../ui/use-format.js';
import styles from './ticket-card.module.css';
import { usePlaceName } from './use-place-name.js';
import { usePlaceZone } from './use-place-zone.js';

/** Large and bright, whatever the theme: it is for a camera in a dark hall. */
export function TicketCard({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation('attendance');
  const format = useFormat();
  const nameOf = usePlaceName();
  const zone = usePlaceZone()(ticket.venueId);
  return (
    <article className={styles.card} aria-label={t('ticket.title')}>
      <h2 className={styles.handle} dir="auto">
        {ticket.handle}
      </h2>
      <p className={styles.where} dir="auto">
        {ticket.venueId === null ? t('ticket.remote') : t('ticket.at', { where: nameOf(ticket.venueId) })}
      </p>
      <img className={styles.qr} src={`data:image/svg+xml,${encodeURIComponent(ticket.qr)}`} alt={t('ticket.qr')} width="320" height="320" />
      <p className={styles.words}>{t('ticket.hint')}</p>
      <p className={styles.words}>
        {t('ticket.code')}
        <strong className={styles.code} dir="ltr" data-testid="short-code">
          {ticket.shortCode.slice(0, 4)} {ticket.shortCode.slice(4)}
        </strong>
      </p>
      {ticket.checkedInAt !== null && (
        <p className={styles.used}>
          <Icon name="check" /> {t('ticket.used', { when: `${format.dateTime(Date.parse(ticket.checkedInAt), zone)} ${format.zoneName(zone, Date.parse(ticket.checkedInAt))}` })}
        </p>
      )}
      <p className={styles.words}>{t('ticket.offline')}</p>
    </article>
  );
}
