import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useZone } from '../../app/zone.js';
import { useLiveAgenda } from '../../live/live-agenda.js';
import { Icon } from '../../ui/icon.js';
import { StatusMark } from '../../ui/status-mark.js';
import { Time } from '../../ui/time.js';
import { useFormat } from '../../ui/use-format.js';
import { VisuallyHidden } from '../../ui/visually-hidden.js';
import type { IndexedSession } from '../agenda-index.js';
import { displacedBy } from '../session-marks.js';
import { SpeakerNames } from '../speaker-names.js';
import { useSeenWhenShown } from '../use-seen-when-shown.js';
import { isHeld } from './moments.js';
import { progressAt, wholeMinutes } from './progress.js';
import styles from './session-line.module.css';
import { StartsIn } from './starts-in.js';

interface Props {
  entry: IndexedSession;
  /** Epoch milliseconds. */
  now: number;
  bookmarked: boolean;
  href: string;
}

const DAY = 24 * 60 * 60_000;

/** A session that is on, with how far it is, or that comes, with how soon. */
export function SessionLine({ entry, now, bookmarked, href }: Props) {
  const { t } = useTranslation(['now', 'common']);
  const format = useFormat();
  const { unseen, history } = useLiveAgenda();
  const { zoneFor } = useZone();
  const zone = zoneFor(entry.city.zone);
  const { session } = entry;
  const held = isHeld(entry);
  const on = held && entry.start <= now && now < entry.end;
  const displaced = displacedBy(entry, history.get(session.id), now);
  const changed = unseen.has(session.id);
  const change = held ? (displaced?.code ?? (changed ? 'changed' : null)) : null;
  const line = useRef<HTMLDivElement>(null);
  useSeenWhenShown(session.id, changed, line);
  return (
    <div ref={line} className={`${styles.line} ${changed ? styles.changed : ''} ${on ? styles.on : ''} ${held ? '' : styles.cancelled}`}>
      <p className={styles.facts}>
        {on && <StatusMark status="live">{t('status.live', { ns: 'common' })}</StatusMark>}
        {!held && <StatusMark status="cancelled">{t('status.cancelled', { ns: 'common' })}</StatusMark>}
        {change !== null && <StatusMark status={change}>{t(`status.${change}`, { ns: 'common' })}</StatusMark>}
        <Time instant={entry.start} end={entry.end} zone={zone} withDay={entry.start - now > DAY} />
        {on && <span className={styles.distance}>{t('left', { time: format.duration(wholeMinutes(entry.end - now)) })}</span>}
        {displaced?.wasStart != null && held && <s>{format.time(displaced.wasStart, zone)}</s>}
        {held && !on && <span className={styles.distance}><StartsIn start={entry.start} now={now} /></span>}
      </p>
      <p className={styles.title} lang={session.language ?? undefined}>
        <Link to={href}><bdi>{session.title}</bdi></Link>
        {bookmarked && <><Icon name="bookmark" size={1} filled /><VisuallyHidden>{t('bookmarked')}</VisuallyHidden></>}
      </p>
      {entry.speakers.length > 0 && <p className={styles.speakers}><SpeakerNames speakers={entry.speakers} /></p>}
      {!held && session.cancelReason !== '' && <p className={styles.speakers}><bdi>{session.cancelReason}</bdi></p>}
      {on && <div className={styles.track} aria-hidden="true"><div className={styles.done} style={{ inlineSize: `${progressAt(entry, now) * 100}%` }} /></div>}
    </div>
  );
}
