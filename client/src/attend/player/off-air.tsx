import { useTranslation } from 'react-i18next';
import { useZone } from '../../app/zone.js';
import { Time } from '../../ui/time.js';
import { useFormat } from '../../ui/use-format.js';
import type { ChannelMoment } from './channel-moment.js';
import styles from './overlay.module.css';

/** In place of the picture while the channel sends nothing: why, and when it will. It begins by itself. */
export function OffAir({ moment: { state, next }, now }: { moment: ChannelMoment; now: number }) {
  const { t } = useTranslation('player');
  const format = useFormat();
  const { zoneFor } = useZone();
  const waits = next !== null && (state === 'before' || state === 'between');
  return (
    <div className={styles.sheet}>
      <p className={styles.title}>{waits ? t('begins', { relative: format.relative(next.start - now) }) : t(state === 'over' ? 'over' : 'late')}</p>
      {waits && (
        <p>
          <Time instant={next.start} zone={zoneFor(next.city.zone)} withDay /> · <bdi>{next.session.title}</bdi>
        </p>
      )}
      <p className={styles.note}>{t(state === 'over' ? 'overNote' : 'byItself')}</p>
    </div>
  );
}
