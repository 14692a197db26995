import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useZone } from '../../app/zone.js';
import { Time } from '../../ui/time.js';
import type { IndexedSession } from '../agenda-index.js';
import { useSessionLink } from '../session-link.js';
import type { ChannelMoment } from './channel-moment.js';
import styles from './now-and-next.module.css';

/** What is on, what is on next, when and where. */
export function NowAndNext({ moment: { on, next } }: { moment: ChannelMoment }) {
  const { t } = useTranslation('player');
  if (on === null && next === null) return null;
  return (
    <ul className={styles.strip}>
      {on !== null && <One label={t('onNow')} entry={on} />}
      {next !== null && <One label={t('next')} entry={next} starts />}
    </ul>
  );
}

function One({ label, entry, starts = false }: { label: string; entry: IndexedSession; starts?: boolean }) {
  const { zoneFor } = useZone();
  const linkTo = useSessionLink();
  const zone = zoneFor(entry.city.zone);
  return (
    <li>
      <p className={styles.when}>
        <span className={styles.label}>{label}</span> <Time instant={entry.start} {...(starts ? {} : { end: entry.end })} zone={zone} /> · <bdi>{entry.room.name}</bdi> · <bdi>{entry.city.name}</bdi>
      </p>
      <Link to={linkTo(entry.session.id)}>
        <bdi>{entry.session.title}</bdi>
      </Link>
    </li>
  );
}
