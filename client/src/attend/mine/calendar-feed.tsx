import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { LinkButton } from '../../ui/link-button.js';
import { calendarPath, subscribeAddress } from '../calendar-link.js';
import { useCopy } from '../use-copy.js';
import styles from './calendar-feed.module.css';

interface Props {
  slug: string;
  sessionIds: readonly string[];
}

/** My agenda for another calendar: as a file of now, or as a feed that follows every change. */
export function CalendarFeed({ slug, sessionIds }: Props) {
  const { t } = useTranslation('agenda');
  const copy = useCopy();
  const path = calendarPath(slug, sessionIds);
  return (
    <section className={styles.feed} aria-label={t('mine.feed.title')}>
      <h2 className={styles.title}>{t('mine.feed.title')}</h2>
      <p className={styles.words}>{t('mine.feed.text')}</p>
      <div className={styles.actions}>
        <LinkButton look="strong" icon="calendar" href={subscribeAddress(path, location.host)} outside>
          {t('mine.feed.subscribe')}
        </LinkButton>
        <Button icon="copy" onPress={() => copy(location.origin + path)}>
          {t('mine.feed.copy')}
        </Button>
        <LinkButton icon="download" href={path} download={`${slug}.ics`}>
          {t('mine.feed.download')}
        </LinkButton>
      </div>
    </section>
  );
}
