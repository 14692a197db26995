import type { City } from '@contract/place.js';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/icon-button.js';
import styles from './city-switch.module.css';

interface Props {
  cities: readonly City[];
  chosen: City;
  onChoose: (cityId: string) => void;
}

/** Goes from city to city on a screen that holds one at a time. */
export function CitySwitch({ cities, chosen, onChoose }: Props) {
  const { t } = useTranslation('grid');
  const at = cities.findIndex((city) => city.id === chosen.id);
  const step = (by: number): void => {
    const next = cities[at + by];
    if (next !== undefined) onChoose(next.id);
  };
  return (
    <div className={styles.switch}>
      <IconButton icon="chevron" back label={t('city.previous')} isDisabled={at <= 0} onPress={() => step(-1)} />
      <select className={styles.select} aria-label={t('city.label')} value={chosen.id} onChange={(event) => onChoose(event.target.value)}>
        {cities.map((city) => <option key={city.id} value={city.id}>{city.name}</option>)}
      </select>
      <IconButton icon="chevron" label={t('city.next')} isDisabled={at === cities.length - 1} onPress={() => step(1)} />
    </div>
  );
}
