import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useZone } from '../../app/zone.js';
import { useLiveAgenda } from '../../live/live-agenda.js';
import { Time } from '../../ui/time.js';
import type { IndexedSession } from '../agenda-index.js';
import { useSessionLink } from '../session-link.js';
import styles from './same-room.module.css';
import { Section } from './section.js';

/** What is before and after it in its room. */
export function SameRoom({ entry }: { entry: IndexedSession }) {
  const { t } = useTranslation('session');
  const { index } = useLiveAgenda();
  const inRoom = index.sessions.filter((other) => other.room.id === entry.room.id);
  const position = inRoom.indexOf(entry);
  const previous = inRoom[position - 1];
  const next = inRoom[position + 1];
  if (previous === undefined && next === undefined) return null;
  return (
    <Section title={t('sameRoom')} boxed>
      {previous !== undefined && <Neighbour label={t('previous')} entry={previous} />}
      {next !== undefined && <Neighbour label={t('next')} entry={next} />}
    </Section>
  );
}

function Neighbour({ label, entry }: { label: string; entry: IndexedSession }) {
  const { zoneFor } = useZone();
  const linkTo = useSessionLink();
  return (
    <p className={styles.neighbour}>
      <span className={styles.when}>
        {label} · <Time instant={entry.start} zone={zoneFor(entry.city.zone)} withDay />
      </span>
      <Link to={linkTo(entry.session.id)} className={entry.session.status === 'cancelled' ? styles.cancelled : undefined}>
        <bdi>{entry.session.title}</bdi>
      </Link>
    </p>
  );
}
