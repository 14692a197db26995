import { useMemo, useState, type ReactNode } from 'react';
import { Label } from 'react-aria-components/Label';
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components/RadioGroup';
import { useTranslation } from 'react-i18next';
import { useZone } from '../../app/zone.js';
import { useLiveAgenda } from '../../live/live-agenda.js';
import { foldText } from '../../ui/fold-text.js';
import { SearchField } from '../../ui/search-field.js';
import { VisuallyHidden } from '../../ui/visually-hidden.js';
import { byCity } from '../by-city.js';
import { nearFirst } from '../near-first.js';
import styles from './registration.module.css';

/** Venues that are read at a glance; more are searched. */
const AT_A_GLANCE = 8;

export interface Place {
  id: string;
  cityId: string;
  name: string;
}

interface Props<T extends Place> {
  label: string;
  places: readonly T[];
  chosen: string | null;
  onChoose: (id: string) => void;
  /** The city whose venues come first; null: those near the reader's own clocks. */
  ownCity?: string | null;
  /** Below a venue's name. */
  note?: (place: T) => ReactNode;
  /** At the end of its line. */
  mark?: (place: T) => ReactNode;
  /** More to choose from, that is always shown. */
  children?: ReactNode;
}

/** One of the venues, under their cities, one's own first; a search above where there are many. What is chosen stays in sight. */
export function PlaceRadios<T extends Place>({ label, places, chosen, onChoose, ownCity = null, note, mark, children }: Props<T>) {
  const { t } = useTranslation('attendance');
  const { agenda } = useLiveAgenda();
  const { mine } = useZone();
  const [typed, type] = useState('');
  const groups = useMemo(() => {
    const cities = byCity(places);
    return nearFirst([...cities.keys()], (id) => agenda.cities[id]?.zone, mine, Date.now(), ownCity).map((id) => ({ id, city: agenda.cities[id]?.name ?? '', venues: cities.get(id) ?? [] }));
  }, [places, agenda.cities, mine, ownCity]);
  const many = places.length > AT_A_GLANCE;
  const wanted = foldText(typed.trim());
  const shown = groups
    .map((group) => ({ ...group, venues: group.venues.filter(({ id, name }) => !many || id === chosen || foldText(`${group.city} ${name}`).includes(wanted)) }))
    .filter(({ venues }) => venues.length > 0);
  return (
    <>
      {many && (
        <div className={styles.search}>
          <SearchField label={t('places.search')} placeholder={t('places.search')} clearLabel={t('places.clear')} value={typed} onChange={type} />
          <p className={styles.note} role="status">
            {wanted !== '' && shown.every(({ venues }) => venues.every(({ id }) => id === chosen)) && t('places.none')}
          </p>
        </div>
      )}
      <RadioGroup className={styles.choices} value={chosen} onChange={onChoose}>
        <Label className={styles.heading}>{label}</Label>
        {shown.map(({ id, city, venues }) => (
          <div key={id} className={styles.city}>
            {/* heard with each venue */}
            <bdi className={styles.cityName} aria-hidden="true">
              {city}
            </bdi>
            {venues.map((venue) => (
              <RadioField key={venue.id} value={venue.id}>
                <RadioButton className={styles.choice}>
                  <span className={styles.dot} aria-hidden="true" />
                  <span className={styles.place}>
                    <bdi>
                      {venue.name}
                      <VisuallyHidden>, {city}</VisuallyHidden>
                    </bdi>
                    {note?.(venue)}
                  </span>
                  {mark?.(venue)}
                </RadioButton>
              </RadioField>
            ))}
          </div>
        ))}
        {children}
      </RadioGroup>
    </>
  );
}
