import { useTranslation } from 'react-i18next';
import type { SessionId } from '@contract/ids.js';
import type { DayMove } from '@contract/live-day.js';
import { Icon } from '../../ui/icon.js';
import { isolate } from '../../ui/format.js';
import { Time } from '../../ui/time.js';
import { useFormat } from '../../ui/use-format.js';
import styles from './change-drawer.module.css';
import { useDesk } from './desk.js';
import { MoveStart } from './move-start.js';

export interface ByHand {
  /** Epoch milliseconds, of those that a person put elsewhere. */
  starts: ReadonlyMap<SessionId, number>;
  onStart: (sessionId: SessionId, start: number | null) => void;
}

/** Each session that moves, before and after, by city, in the city's time; a start can be changed by hand. */
export function MoveList({ moves, byHand }: { moves: readonly DayMove[]; byHand: ByHand }) {
  const { agenda, index } = useDesk();
  const byCity = index.cities.flatMap((city) => {
    const own = moves.filter(({ after }) => agenda.venues[agenda.rooms[after.roomId]?.venueId ?? '']?.cityId === city.id);
    return own.length === 0 ? [] : [{ city, own }];
  });
  return (
    <div className={styles.moves}>
      {byCity.map(({ city, own }) => (
        <section key={city.id}>
          <h3 className={styles.cityName}><bdi>{city.name}</bdi></h3>
          <ul>{own.map((move) => <Move key={move.sessionId} move={move} zone={city.zone} byHand={byHand} />)}</ul>
        </section>
      ))}
    </div>
  );
}

function Move({ move: { sessionId, before, after, cause }, zone, byHand }: { move: DayMove; zone: string; byHand: ByHand }) {
  const { t } = useTranslation('liveDay');
  const format = useFormat();
  const { agenda } = useDesk();
  const [from, to] = [before, after].map(({ startsAt, endsAt }) => ({ start: Date.parse(startsAt), end: Date.parse(endsAt) })) as [Span, Span];
  const shift = (to.start - from.start) / 60_000;
  const room = agenda.rooms[after.roomId]?.name ?? '';
  return (
    <li className={styles.move}>
      <p className={styles.moveTitle}><bdi>{agenda.sessions[sessionId]?.title}</bdi></p>
      <p className={styles.moveTimes}>
        <s><Time instant={from.start} end={from.end} zone={zone} withZone={false} /></s>
        <Icon name="arrow" size={1} />
        {after.cancelled ? <strong>{t('cancelled')}</strong> : <strong><Time instant={to.start} end={to.end} zone={zone} /></strong>}
        {!after.cancelled && shift !== 0 && <span className={styles.shift}>{t(shift > 0 ? 'laterBy' : 'earlierBy', { minutes: format.duration(Math.abs(shift)) })}</span>}
      </p>
      {!after.cancelled && (
        <MoveStart
          title={isolate(agenda.sessions[sessionId]?.title ?? '')} startsAt={after.startsAt} zone={zone} isEdited={byHand.starts.has(sessionId)}
          onStart={(start) => byHand.onStart(sessionId, start)}
        />
      )}
      <p className={styles.facts}>
        {before.roomId === after.roomId ? <bdi>{room}</bdi> : t('roomChanges', { from: isolate(agenda.rooms[before.roomId]?.name ?? ''), to: isolate(room) })}
        {cause.via === 'room' && <> · {t('because.room', { title: isolate(agenda.sessions[cause.after]?.title ?? '') })}</>}
        {cause.via === 'speaker' && <> · {t('because.speaker', { name: isolate(agenda.speakers[cause.speakerId]?.name ?? ''), title: isolate(agenda.sessions[cause.after]?.title ?? '') })}</>}
        {cause.via === 'room-lost' && <> · {t('because.room-lost')}</>}
      </p>
    </li>
  );
}

interface Span {
  start: number;
  end: number;
}
