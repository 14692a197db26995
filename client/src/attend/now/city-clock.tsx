import { useTranslation } from 'react-i18next';
import { useZone } from '../../app/zone.js';
import { useFormat } from '../../ui/use-format.js';
import styles from './city-clock.module.css';

interface Props {
  zone: string;
  /** Epoch milliseconds. */
  now: number;
}

/** What the clocks of a city show, and the reader's own where it differs. */
export function CityClock({ zone, now }: Props) {
  const { t } = useTranslation('now');
  const { mine } = useZone();
  const format = useFormat();
  const there = format.time(now, zone);
  const here = format.time(now, mine);
  const otherDay = format.shortDay(now, zone) !== format.shortDay(now, mine);
  return (
    <div className={styles.clock}>
      <p className={styles.there} title={zone}>
        {otherDay && <span className={styles.day}>{format.shortDay(now, zone)} </span>}
        <time dateTime={new Date(now).toISOString()}><bdi>{there}</bdi></time> <bdi className={styles.zone}>{format.zoneName(zone, now)}</bdi>
      </p>
      {(there !== here || otherDay) && <p className={styles.here}>{t('myTime', { time: here })}</p>}
    </div>
  );
}
