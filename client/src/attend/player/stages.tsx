import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useZone } from '../../app/zone.js';
import { useLiveAgenda } from '../../live/live-agenda.js';
import { StatusMark } from '../../ui/status-mark.js';
import { Time } from '../../ui/time.js';
import { useSessionLink } from '../session-link.js';
import { channelAt } from './channel-moment.js';
import styles from './stages.module.css';

/** Every stage that can be watched by itself, with what is on there or comes next. */
export function Stages({ now }: { now: number }) {
  const { t } = useTranslation('player');
  const { agenda, index } = useLiveAgenda();
  const { zoneFor } = useZone();
  const linkTo = useSessionLink();
  const stages = index.rooms.flatMap((place) => {
    const channel = Object.values(agenda.channels).find(({ kind, roomId }) => kind === 'stage' && roomId === place.room.id);
    const moment = channel === undefined ? null : channelAt(channel, agenda.channels, index, now);
    const entry = moment?.on ?? moment?.next ?? null;
    return moment === null || entry === null ? [] : [{ place, moment, entry }];
  });
  if (stages.length === 0) return null;
  return (
    <section aria-labelledby="stages" className={styles.section}>
      <h2 id="stages" className={styles.title}>
        {t('stages')}
      </h2>
      <ul className={styles.stages}>
        {stages.map(({ place, moment, entry }) => (
          <li key={place.room.id} className={styles.stage}>
            <p className={styles.place}>
              <span>
                <bdi>{place.room.name}</bdi> · <bdi>{place.city.name}</bdi>
              </span>
              {moment.state === 'on' && <StatusMark status="live">{t('live')}</StatusMark>}
            </p>
            <Link to={linkTo(entry.session.id)}>
              <bdi>{entry.session.title}</bdi>
            </Link>
            <p className={styles.when}>
              {t(entry === moment.on ? 'onNow' : 'next')} <Time instant={entry.start} end={entry.end} zone={zoneFor(place.city.zone)} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
