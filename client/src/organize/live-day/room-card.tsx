import { useTranslation } from 'react-i18next';
import type { IndexedSession } from '../../attend/agenda-index.js';
import { progressAt, wholeMinutes } from '../../attend/now/progress.js';
import { SpeakerNames } from '../../attend/speaker-names.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { StatusMark } from '../../ui/status-mark.js';
import { Time } from '../../ui/time.js';
import { useFormat } from '../../ui/use-format.js';
import type { ChangeKind } from './change-kinds.js';
import styles from './live-day.module.css';
import type { RoomNow } from './room-moments.js';

interface Props {
  room: RoomNow;
  /** Epoch milliseconds. */
  now: number;
  onChange: (entry: IndexedSession, kind: ChangeKind) => void;
  onLost: () => void;
}

const DAY = 24 * 60 * 60_000;

/** A room as its crew sees it: what is on and for how long still, what comes next, and the big buttons. */
export function RoomCard({ room: { place, justEnded, on, next, later }, now, onChange, onLost }: Props) {
  const { t } = useTranslation('liveDay');
  const format = useFormat();
  return (
    <article className={styles.card} aria-label={place.room.name}>
      <header className={styles.cardHead}>
        <h3><bdi>{place.room.name}</bdi></h3>
        <Button look="quiet" onPress={onLost} aria-label={t('actionNamed', { action: t('roomLost'), title: place.room.name })}>
          {t('roomLost')}
        </Button>
      </header>
      {justEnded !== null && (
        <p className={styles.justEnded}>
          <span>
            {t('endedAt')} <Time instant={justEnded.end} zone={place.city.zone} /> · <bdi>{justEnded.session.title}</bdi>
          </span>
          <Button onPress={() => onChange(justEnded, 'extend')} aria-label={t('stillGoingNamed', { title: justEnded.session.title })}>
            {t('stillGoing')}
          </Button>
        </p>
      )}
      {on.map((entry) => <OnNow key={entry.session.id} entry={entry} now={now} onChange={onChange} />)}
      {on.length === 0 && <p className={styles.empty}>{t('nothingOn')}</p>}
      {next !== null && (
        <div className={styles.next}>
          <p className={styles.facts}>
            <span className={styles.label}>{t('next')}</span> <Time instant={next.start} end={next.end} zone={place.city.zone} withDay={next.start - now > DAY} />
            <Marks entry={next} />
          </p>
          <p className={styles.nextTitle}><bdi>{next.session.title}</bdi></p>
          <div className={styles.buttons}>
            {next.session.status === 'scheduled' && (
              <Button onPress={() => onChange(next, 'delay')} aria-label={t('actionNamed', { action: t('kind.delay'), title: next.session.title })}>
                {t('kind.delay')}
              </Button>
            )}
            <Button look="quiet" onPress={() => onChange(next, next.session.status === 'scheduled' ? 'move' : 'reinstate')} aria-label={t('actionNamed', { action: t('more'), title: next.session.title })}>
              {t('more')}
            </Button>
          </div>
        </div>
      )}
      {later.length > 0 && (
        <details className={styles.later}>
          <summary>{t('later', { count: later.length, formatted: format.number(later.length) })}</summary>
          <ul>
            {later.map((entry) => (
              <li key={entry.session.id}>
                <span>
                  <Time instant={entry.start} end={entry.end} zone={place.city.zone} /> <Marks entry={entry} /> <bdi>{entry.session.title}</bdi>
                </span>
                <Button look="quiet" onPress={() => onChange(entry, entry.session.status === 'scheduled' ? 'delay' : 'reinstate')} aria-label={t('actionNamed', { action: t('more'), title: entry.session.title })}>
                  {t('more')}
                </Button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </article>
  );
}

function OnNow({ entry, now, onChange }: { entry: IndexedSession; now: number; onChange: Props['onChange'] }) {
  const { t } = useTranslation('liveDay');
  const format = useFormat();
  const { session } = entry;
  const isOn = session.status === 'scheduled';
  return (
    <div className={styles.on}>
      <p className={styles.facts}>
        <Time instant={entry.start} end={entry.end} zone={entry.city.zone} />
        <Marks entry={entry} />
        {isOn && <strong className={styles.left}>{t('left', { time: format.duration(wholeMinutes(entry.end - now)) })}</strong>}
      </p>
      <p className={styles.title} lang={session.language ?? undefined}><bdi>{session.title}</bdi></p>
      {entry.speakers.length > 0 && <p className={styles.speakers}><SpeakerNames speakers={entry.speakers} /></p>}
      {isOn && <div className={styles.track} aria-hidden="true"><div className={styles.done} style={{ inlineSize: `${progressAt(entry, now) * 100}%` }} /></div>}
      <div className={styles.buttons}>
        {isOn && (
          <Button look="strong" icon="clock" onPress={() => onChange(entry, 'extend')} aria-label={t('actionNamed', { action: t('kind.extend'), title: session.title })}>
            {t('kind.extend')}
          </Button>
        )}
        <Button onPress={() => onChange(entry, isOn ? 'move' : 'reinstate')} aria-label={t('actionNamed', { action: t('more'), title: session.title })}>
          {t('more')}
        </Button>
      </div>
    </div>
  );
}

function Marks({ entry }: { entry: IndexedSession }) {
  const { t } = useTranslation(['liveDay', 'common']);
  return (
    <>
      {entry.session.anchor === 'fixed' && <Badge>{t('fixed')}</Badge>}
      {entry.session.status === 'cancelled' && <StatusMark status="cancelled">{t('status.cancelled', { ns: 'common' })}</StatusMark>}
    </>
  );
}
