import { useTranslation } from 'react-i18next';
import { useNow } from '../../app/use-now.js';
import { useLiveAgenda } from '../../live/live-agenda.js';
import { Badge } from '../../ui/badge.js';
import { StatusMark } from '../../ui/status-mark.js';
import { useFormat } from '../../ui/use-format.js';
import type { IndexedSession } from '../agenda-index.js';
import { displacedBy, type Phase, phaseOf } from '../session-marks.js';
import styles from './session-head.module.css';

/** Milliseconds between two looks at the clock: the countdown tells minutes. */
const TICK = 10_000;

export function SessionHead({ entry }: { entry: IndexedSession }) {
  const { t } = useTranslation(['session', 'common']);
  const format = useFormat();
  const { history } = useLiveAgenda();
  const now = useNow(TICK);
  const { session, track } = entry;
  const phase = phaseOf(entry, now);
  const displaced = displacedBy(entry, history.get(session.id), now);
  return (
    <header className={styles.head}>
      <p className={styles.kinds}>
        <span>{t(`kind.${session.kind}`)}</span>
        {track !== null && (
          <span className={styles.track}>
            <span className={styles.swatch} style={track.colour === null ? undefined : { background: track.colour }} />
            <bdi>{track.name}</bdi>
          </span>
        )}
        {session.language !== null && <span>{t('language', { language: format.language(session.language) })}</span>}
      </p>
      <h1 className={styles.title} data-phase={phase}>
        <bdi>{session.title}</bdi>
      </h1>
      {session.subtitle !== '' && (
        <p className={styles.subtitle}>
          <bdi>{session.subtitle}</bdi>
        </p>
      )}
      <p className={styles.marks}>
        <Moment entry={entry} phase={phase} now={now} />
        {displaced !== null && phase !== 'cancelled' && <StatusMark status={displaced.code}>{t(`common:status.${displaced.code}`)}</StatusMark>}
        {session.overlapWaived && (
          <span title={t('common:status.waivedHint')}>
            <StatusMark status="waived">{t('common:status.waived')}</StatusMark>
          </span>
        )}
        {phase === 'cancelled' && <bdi>{session.cancelReason}</bdi>}
      </p>
    </header>
  );
}

function Moment({ entry, phase, now }: { entry: IndexedSession; phase: Phase; now: number }) {
  const { t } = useTranslation('session');
  const format = useFormat();
  switch (phase) {
    case 'cancelled':
      return <StatusMark status="cancelled">{t('cancelled')}</StatusMark>;
    case 'on-now':
      return <StatusMark status="live">{t('endsIn', { relative: format.relative(entry.end - now) })}</StatusMark>;
    case 'ended':
      return <StatusMark status="ended">{t('ended', { relative: format.relative(entry.end - now) })}</StatusMark>;
    case 'upcoming':
      return (
        <Badge tone="accent" icon="clock">
          {t('starts', { relative: format.relative(entry.start - now) })}
        </Badge>
      );
  }
}
