import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useZone } from '../../app/zone.js';
import { Icon } from '../../ui/icon.js';
import { useFormat } from '../../ui/use-format.js';
import type { ConferenceMoment } from './conference-moment.js';
import styles from './conference-notice.module.css';
import { StartsIn } from './starts-in.js';

interface Props {
  moment: ConferenceMoment;
  now: number;
  hrefOf: (sessionId: string) => string;
}

/** When nothing is on anywhere: when the conference starts, goes on, or that it is over; with a way to its sessions. */
export function ConferenceNotice({ moment, now, hrefOf }: Props) {
  const { t } = useTranslation('now');
  const { zoneFor } = useZone();
  const format = useFormat();
  if (moment.state === 'on' || moment.state === 'empty') return null;
  const linked = moment.state === 'between' ? moment.next : moment.first;
  const at = moment.state === 'after' ? moment.last.end : linked.start;
  const zone = zoneFor((moment.state === 'after' ? moment.last : linked).city.zone);
  return (
    <div className={styles.notice}>
      <Icon name="clock" size={1.5} />
      <div>
        <p className={styles.words}>{t(`conference.${moment.state}`)}</p>
        <p>{format.dateTime(at, zone)} <bdi>{format.zoneName(zone, at)}</bdi> · {moment.state === 'after' ? format.relative(at - now) : <StartsIn start={at} now={now} />}</p>
        <p>
          {t(moment.state === 'between' ? 'conference.next' : 'conference.first')} <Link to={hrefOf(linked.session.id)}><bdi>{linked.session.title}</bdi></Link>
        </p>
      </div>
    </div>
  );
}
