import { RadioButton, RadioField } from 'react-aria-components/RadioGroup';
import { useTranslation } from 'react-i18next';
import type { PlacesLeft, RegistrationOffer } from '@contract/attendance.js';
import { useLiveAgenda } from '../../live/live-agenda.js';
import { Badge, type Tone } from '../../ui/badge.js';
import type { IconName } from '../../ui/icon.js';
import { PlaceRadios } from './place-radios.js';
import styles from './registration.module.css';

/** Stands for no venue: taking part from anywhere. */
export const REMOTE = 'remote';

const SIGNS: Readonly<Record<PlacesLeft, { tone: Tone; icon: IconName }>> = {
  plenty: { tone: 'ok', icon: 'check' },
  few: { tone: 'warn', icon: 'minus' },
  waitlist: { tone: 'neutral', icon: 'clock' },
};

interface Props {
  venues: RegistrationOffer['venues'];
  chosen: string | null;
  /** What one has. */
  held: string | null;
  onChoose: (place: string) => void;
}

export function PlaceChoice({ venues, chosen, held, onChoose }: Props) {
  const { t } = useTranslation('attendance');
  const { agenda } = useLiveAgenda();
  // a venue that was added a moment ago is in the offer before it is in the agenda
  const places = venues.flatMap(({ venueId, placesLeft }) => {
    const venue = agenda.venues[venueId];
    return venue === undefined ? [] : [{ id: venueId, cityId: venue.cityId, name: venue.name, placesLeft }];
  });
  const yours = (
    <Badge tone="accent" icon="check">
      {t('register.yours')}
    </Badge>
  );
  return (
    <PlaceRadios
      label={t('register.where')}
      places={places}
      chosen={chosen}
      onChoose={onChoose}
      note={({ id, placesLeft }) => placesLeft === 'waitlist' && held !== id && <span className={styles.note}>{t('register.waitlistHint')}</span>}
      mark={({ id, placesLeft }) => (held === id ? yours : <Badge {...SIGNS[placesLeft]}>{t(`register.places.${placesLeft}`)}</Badge>)}
    >
      <RadioField value={REMOTE}>
        <RadioButton className={styles.choice}>
          <span className={styles.dot} aria-hidden="true" />
          <span className={styles.place}>
            <span>{t('register.remote')}</span>
            <span className={styles.note}>{t('register.remoteHint')}</span>
          </span>
          {held === REMOTE && yours}
        </RadioButton>
      </RadioField>
    </PlaceRadios>
  );
}
