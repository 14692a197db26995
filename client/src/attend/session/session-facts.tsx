import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { wallClock } from '../../app/wall-clock.js';
import { useZone } from '../../app/zone.js';
import { Icon, type IconName } from '../../ui/icon.js';
import { Time } from '../../ui/time.js';
import { useFormat } from '../../ui/use-format.js';
import type { IndexedSession } from '../agenda-index.js';
import { Section } from './section.js';
import styles from './session-facts.module.css';

/** When, in the reader's zone and the city's, and where. */
export function SessionFacts({ entry }: { entry: IndexedSession }) {
  const { t } = useTranslation('session');
  const format = useFormat();
  const { mine } = useZone();
  const { room, venue, city } = entry;
  const sameClock = wallClock(entry.start, mine) === wallClock(entry.start, city.zone);
  return (
    <Section title={t('facts')} boxed>
      <Fact icon="clock">
        <p className={styles.day}>{format.day(entry.start, mine)}</p>
        <p>
          <Time instant={entry.start} end={entry.end} zone={mine} /> <span className={styles.note}>{t('myTime')}</span>
        </p>
        {!sameClock && (
          <p>
            <Time instant={entry.start} end={entry.end} zone={city.zone} withDay={format.day(entry.start, mine) !== format.day(entry.start, city.zone)} />{' '}
            <span className={styles.note}>{t('timeIn', { city: city.name })}</span>
          </p>
        )}
        <p className={styles.note}>{t('duration', { duration: format.duration((entry.end - entry.start) / 60_000) })}</p>
      </Fact>
      <Fact icon="place">
        <p className={styles.day}>
          <bdi>{room.name}</bdi>
        </p>
        <p>
          <bdi>{venue.name}</bdi> · <bdi>{city.name}</bdi>
        </p>
        {venue.address !== '' && (
          <p className={styles.note}>
            <bdi>{venue.address}</bdi>
          </p>
        )}
        {room.capacity !== null && <p className={styles.note}>{t('capacity', { count: room.capacity, formatted: format.number(room.capacity) })}</p>}
        {venue.accessNotes !== '' && (
          <p className={styles.note}>
            {t('access')}: <bdi>{venue.accessNotes}</bdi>
          </p>
        )}
      </Fact>
    </Section>
  );
}

function Fact({ icon, children }: { icon: IconName; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <Icon name={icon} />
      <div>{children}</div>
    </div>
  );
}
