import { Label } from 'react-aria-components/Label';
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components/RadioGroup';
import { useTranslation } from 'react-i18next';
import type { PlacesLeft, RegistrationOffer } from '@contract/attendance.js';
import { useLiveAgenda } from '../../live/live-agenda.js';
import { Badge, type Tone } from '../../ui/badge.js';
import type { IconName } from '../../ui/icon.js';
import styles from './registration.module.css';
import { usePlaceName } from './use-place-name.js';

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
  const nameOf = usePlaceName();
  // a venue that was added a moment ago is in the offer before it is in the agenda
  const known = venues.filter(({ venueId }) => agenda.venues[venueId] !== undefined);
  return (
    <RadioGroup className={styles.choices} value={chosen} onChange={onChoose}>
      <Label className={styles.heading}>{t('register.where')}</Label>
      {known.map(({ venueId, placesLeft }) => (
        <RadioField key={venueId} value={venueId}>
          <RadioButton className={styles.choice}>
            <span className={styles.dot} aria-hidden="true" />
            <span className={styles.place}>
              <span dir="auto">{nameOf(venueId)}</span>
              {placesLeft === 'waitlist' && held !== venueId && <span className={styles.note}>{t('register.waitlistHint')}</span>}
            </span>
            {held === venueId ? (
              <Badge tone="accent" icon="check">
                {t('register.yours')}
              </Badge>
            ) : (
              <Badge {...SIGNS[placesLeft]}>{t(`register.places.${placesLeft}`)}</Badge>
            )}
          </RadioButton>
        </RadioField>
      ))}
      <RadioField value={REMOTE}>
        <RadioButton className={styles.choice}>
          <span className={styles.dot} aria-hidden="true" />
          <span className={styles.place}>
            <span>{t('register.remote')}</span>
            <span className={styles.note}>{t('register.remoteHint')}</span>
          </span>
          {held === REMOTE && (
            <Badge tone="accent" icon="check">
              {t('register.yours')}
            </Badge>
          )}
        </RadioButton>
      </RadioField>
    </RadioGroup>
  );
}
