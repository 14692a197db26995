import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useZone } from '../../app/zone.js';
import { IconButton } from '../../ui/icon-button.js';
import { Time } from '../../ui/time.js';
import { soonNext, type ChannelMoment } from './channel-moment.js';
import styles from './soon-next.module.css';

/** Over the picture, when what is on is about to end: what is on next, and where. */
export function SoonNext({ moment, now }: { moment: ChannelMoment; now: number }) {
  const { t } = useTranslation('player');
  const { zoneFor } = useZone();
  const [closed, setClosed] = useState('');
  const next = soonNext(moment, now);
  if (next === null || closed === next.session.id) return null;
  return (
    <div className={styles.card} role="status">
      <div>
        <p className={styles.when}>
          {t('next')} · <Time instant={next.start} zone={zoneFor(next.city.zone)} />
        </p>
        <p className={styles.title}>
          <bdi>{next.session.title}</bdi>
        </p>
        <p className={styles.when}>
          <bdi>{next.room.name}</bdi> · <bdi>{next.city.name}</bdi>
        </p>
      </div>
      <IconButton icon="close" label={t('hideNext')} onPress={() => setClosed(next.session.id)} />
    </div>
  );
}
