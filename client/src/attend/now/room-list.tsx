import { useTranslation } from 'react-i18next';
import type { IndexedSession } from '../agenda-index.js';
import type { RoomMoment } from './moments.js';
import styles from './room-list.module.css';
import { SessionLine } from './session-line.js';

interface Props {
  rooms: readonly RoomMoment[];
  /** Epoch milliseconds. */
  now: number;
  bookmarks: ReadonlySet<string>;
  hrefOf: (sessionId: string) => string;
}

/** What each room of a city holds now and next. */
export function RoomList({ rooms, now, bookmarks, hrefOf }: Props) {
  const { t } = useTranslation('now');
  const line = (entry: IndexedSession) => (
    <SessionLine key={entry.session.id} entry={entry} now={now} bookmarked={bookmarks.has(entry.session.id)} href={hrefOf(entry.session.id)} />
  );
  return (
    <ul className={styles.rooms}>
      {rooms.map((room) => (
        <li key={room.place.room.id} className={styles.room}>
          <h3 className={styles.roomName}><bdi>{room.place.room.name}</bdi></h3>
          {[...room.on, ...room.missing].map(line)}
          {room.next.length > 0 && room.on.length + room.missing.length > 0 && <p className={styles.label}>{t('next')}</p>}
          {room.next.map(line)}
        </li>
      ))}
    </ul>
  );
}
