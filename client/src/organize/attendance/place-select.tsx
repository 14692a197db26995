import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { byCity } from '../../attend/by-city.js';
import { useLiveAgenda } from '../../live/live-agenda.js';
import { VisuallyHidden } from '../../ui/visually-hidden.js';
import fields from '../fields/fields.module.css';
import type { VenueRow } from '../place/venue-fields.js';
import styles from './attendance.module.css';

interface Props {
  venues: readonly VenueRow[];
  withRemote: boolean;
  /** A venue's id, `remote`, or empty for everywhere. */
  value: string;
  onChange: (at: string) => void;
}

/** One of the venues, by city. The device's own list: it is known to everyone's keyboard, thumb and screen reader. */
export function PlaceSelect({ venues, withRemote, value, onChange }: Props) {
  const { t } = useTranslation(['organize', 'attendance']);
  const { agenda } = useLiveAgenda();
  const id = useId();
  return (
    <span className={styles.select}>
      <VisuallyHidden>
        <label htmlFor={id}>{t('attendance.at')}</label>
      </VisuallyHidden>
      <select id={id} className={fields.input} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t('attendance.everywhere')}</option>
        {[...byCity(venues)].map(([cityId, held]) => (
          <optgroup key={cityId} label={agenda.cities[cityId]?.name ?? ''}>
            {held.map((venue) => (
              <option key={venue.id} value={venue.id}>
                {venue.name}
              </option>
            ))}
          </optgroup>
        ))}
        {withRemote && <option value="remote">{t('attendance:register.remote')}</option>}
      </select>
    </span>
  );
}
