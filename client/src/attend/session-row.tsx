import { memo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon } from '../ui/icon.js';
import { StatusMark } from '../ui/status-mark.js';
import { Time } from '../ui/time.js';
import { useFormat } from '../ui/use-format.js';
import type { IndexedRoom, IndexedSession } from './agenda-index.js';
import { BookmarkButton } from './bookmark-button.js';
import type { Displaced, Phase } from './session-marks.js';
import styles from './session-row.module.css';
import { useSeenWhenShown } from './use-seen-when-shown.js';

export interface SessionRowProps {
  entry: IndexedSession;
  /** IANA name: in whose time it is shown. */
  zone: string;
  href: string;
  /** The title's level: one below the headings around the list. */
  heading: 'h3' | 'h4';
  phase: Phase;
  displaced: Displaced | null;
  /** The room it was moved from. */
  wasIn: IndexedRoom | null;
  /** How many changes have not been looked at. */
  unseen: number;
  bookmarked: boolean;
  /** Told the session's id: one function for all rows, so that a row is drawn anew only for its own sake. */
  onToggleBookmark: (sessionId: string) => void;
}

/** A session in a list: when, what, who, where, and what became of it. */
export const SessionRow = memo(function SessionRow(props: SessionRowProps) {
  const { entry, zone, href, heading: Heading, phase, bookmarked, unseen, onToggleBookmark } = props;
  const { session, track, speakers, room, city } = entry;
  const format = useFormat();
  const row = useRef<HTMLElement>(null);
  useSeenWhenShown(session.id, unseen > 0, row);
  return (
    <article
      ref={row}
      className={styles.row}
      data-phase={phase}
      // turns with each change, so that each one slides in
      data-unseen={unseen === 0 ? undefined : unseen % 2 === 0 ? 'even' : 'odd'}
      data-session={session.id}
      aria-labelledby={`title-${session.id}`}
    >
      <span className={styles.track} style={track?.colour == null ? undefined : { background: track.colour }} />
      <div className={styles.when}>
        <Time instant={entry.start} end={entry.end} zone={zone} />
      </div>
      <div className={styles.what}>
        <Heading className={styles.title} id={`title-${session.id}`}>
          <Link to={href} dir="auto">{session.title}</Link>
        </Heading>
        {hasMarks(props) && <Marks {...props} />}
        {speakers.length > 0 && <p className={styles.speakers}>{format.list(speakers.map((speaker) => speaker.name))}</p>}
      </div>
      <div className={styles.where}>
        <p>
          <Icon name="place" size={0.9375} />
          <span>
            <bdi>{room.name}</bdi> · <bdi>{city.name}</bdi>
          </span>
        </p>
        <p className={styles.kind}>
          {track !== null && <bdi>{track.name}</bdi>}
          {session.language !== null && <span>{format.language(session.language)}</span>}
        </p>
      </div>
      <div className={styles.bookmark}>
        <BookmarkButton title={session.title} bookmarked={bookmarked} onToggle={() => onToggleBookmark(session.id)} />
      </div>
      {unseen > 0 && <ChangedHint />}
    </article>
  );
});

/** Most rows have none, and are many. */
const hasMarks = ({ entry, phase, displaced, unseen }: SessionRowProps): boolean =>
  phase === 'cancelled' || phase === 'on-now' || displaced !== null || unseen > 0 || entry.session.overlapWaived;

function ChangedHint() {
  const { t } = useTranslation('agenda');
  return <span className={styles.heard}>{t('changedHint')}</span>;
}

function Marks({ entry, phase, displaced, wasIn, unseen, zone }: SessionRowProps) {
  const { t } = useTranslation(['agenda', 'common']);
  const format = useFormat();
  const { session } = entry;
  const marks = [
    phase === 'cancelled' && (
      <StatusMark key="cancelled" status="cancelled">
        {t('common:status.cancelled')}
      </StatusMark>
    ),
    phase === 'on-now' && (
      <StatusMark key="live" status="live">
        {t('common:status.live')}
      </StatusMark>
    ),
    displaced !== null && phase !== 'cancelled' && (
      <StatusMark key="displaced" status={displaced.code}>
        {t(`common:status.${displaced.code}`)}
        {displaced.wasStart !== null && <s className={styles.was}>{t('was', { time: format.time(displaced.wasStart, zone) })}</s>}
        {wasIn !== null && <s className={styles.was}>{t('wasPlace', { place: t('placeIn', { room: wasIn.room.name, city: wasIn.city.name }) })}</s>}
      </StatusMark>
    ),
    unseen > 0 && displaced === null && phase !== 'cancelled' && (
      <StatusMark key="changed" status="changed">
        {t('common:status.changed')}
      </StatusMark>
    ),
    session.overlapWaived && (
      <span key="waived" title={t('common:status.waivedHint')}>
        <StatusMark status="waived">{t('common:status.waived')}</StatusMark>
      </span>
    ),
  ].filter(Boolean);
  return (
    <p className={styles.marks}>
      {marks}
      {phase === 'cancelled' && session.cancelReason !== '' && <bdi className={styles.reason}>{session.cancelReason}</bdi>}
    </p>
  );
}
