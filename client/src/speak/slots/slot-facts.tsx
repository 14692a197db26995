import { useTranslation } from 'react-i18next';
import type { MySlot } from '@contract/speaking.js';
import { useZone } from '../../app/zone.js';
import { wallClock } from '../../app/wall-clock.js';
import { Time } from '../../ui/time.js';
import { useFormat } from '../../ui/use-format.js';
import styles from './slot-facts.module.css';

/** When, by one's own clock and the venue's where they differ; where; with whom. */
export function SlotFacts({ slot }: { slot: MySlot }) {
  const { t } = useTranslation('speak');
  const format = useFormat();
  const { mine } = useZone();
  const start = Date.parse(slot.startsAt);
  const end = Date.parse(slot.endsAt);
  const isElsewhere = wallClock(start, mine) !== wallClock(start, slot.zone);
  const place = [...new Set([slot.room, slot.venue, slot.city])];
  return (
    <dl className={styles.facts}>
      {isElsewhere && (
        <div>
          <dt>{t('myTime')}</dt>
          <dd>
            <Time instant={start} end={end} zone={mine} withDay />
          </dd>
        </div>
      )}
      <div>
        <dt>{t('venueTime', { city: slot.city })}</dt>
        <dd>
          <Time instant={start} end={end} zone={slot.zone} withDay />
        </dd>
      </div>
      <div>
        <dt>{t('place')}</dt>
        <dd>
          <bdi>{place.join(' · ')}</bdi>
          {slot.address !== '' && <p className={styles.more} dir="auto">{slot.address}</p>}
          {slot.accessNotes !== '' && <p className={styles.more} dir="auto">{slot.accessNotes}</p>}
        </dd>
      </div>
      {slot.others.length > 0 && (
        <div className={styles.wide}>
          <dd>{t('with', { names: format.list(slot.others.map((other) => other.name)) })}</dd>
        </div>
      )}
    </dl>
  );
}
