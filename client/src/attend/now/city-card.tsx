import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/use-format.js';
import styles from './city-card.module.css';
import { CityClock } from './city-clock.js';
import type { CityMoment } from './moments.js';
import { RoomList } from './room-list.js';
import { StartsIn } from './starts-in.js';

interface Props {
  moment: CityMoment;
  now: number;
  bookmarks: ReadonlySet<string>;
  hrefOf: (sessionId: string) => string;
}

/** A city with its clock, and what each of its rooms holds now and next. */
export function CityCard({ moment, now, bookmarks, hrefOf }: Props) {
  const { t } = useTranslation('now');
  const format = useFormat();
  const heading = useId();
  const { city, onCount, nextStart } = moment;
  return (
    <section className={styles.card} aria-labelledby={heading}>
      <header className={styles.header}>
        <div>
          <h2 id={heading} className={styles.name}><bdi>{city.name}</bdi></h2>
          {onCount > 0 && <p className={styles.live}>{t('onNow', { count: onCount, formatted: format.number(onCount) })}</p>}
          {onCount === 0 && <p className={styles.quiet}>{nextStart === null ? t('nothingMore') : <StartsIn start={nextStart} now={now} />}</p>}
        </div>
        <CityClock zone={city.zone} now={now} />
      </header>
      <RoomList rooms={moment.rooms} now={now} bookmarks={bookmarks} hrefOf={hrefOf} />
    </section>
  );
}
