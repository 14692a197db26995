import { useTranslation } from 'react-i18next';
import { StatusMark } from '../../ui/status-mark.js';
import { useFormat } from '../../ui/use-format.js';
import type { CityMoment } from '../now/moments.js';
import styles from './city-list.module.css';
import { StatusShape } from './status-shape.js';

interface Props {
  moments: readonly CityMoment[];
  now: number;
  selectedId: string | null;
  /** Sessions with changes that were not looked at, by city. */
  changes: ReadonlyMap<string, number>;
  onSelect: (cityId: string) => void;
}

/** The map in words: every city, whether it has a place on the map or not. */
export function CityList({ moments, now, selectedId, changes, onSelect }: Props) {
  const { t } = useTranslation('map');
  const format = useFormat();
  return (
    <ul className={styles.list} aria-label={t('cities')}>
      {moments.map(({ city, status, onCount }) => {
        const changed = changes.get(city.id) ?? 0;
        return (
          <li key={city.id}>
            <button type="button" className={styles.city} aria-pressed={city.id === selectedId} onClick={() => onSelect(city.id)}>
              <StatusShape status={status} />
              <span className={styles.words}>
                <bdi className={styles.name}>{city.name}</bdi>
                <span className={styles.status}>{t(`status.${status}`, { count: onCount, formatted: format.number(onCount) })}</span>
                {(city.latitude === null || city.longitude === null) && <span className={styles.status}>{t('noPosition')}</span>}
                {changed > 0 && <StatusMark status="changed">{t('changed', { count: changed, formatted: format.number(changed) })}</StatusMark>}
              </span>
              <span className={styles.clock}>
                <time dateTime={new Date(now).toISOString()}><bdi>{format.time(now, city.zone)}</bdi></time>
                <bdi className={styles.status}>{format.zoneName(city.zone, now)}</bdi>
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
