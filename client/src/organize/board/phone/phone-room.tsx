import { type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../ui/icon.js';
import { Time } from '../../../ui/time.js';
import { VisuallyHidden } from '../../../ui/visually-hidden.js';
import type { BoardEntry, BoardPlace } from '../model/board-index.js';
import styles from './board-phone.module.css';

interface Props {
  place: BoardPlace;
  /** Of the day, in order. */
  entries: readonly BoardEntry[];
  severityOf: ReadonlyMap<string, 'blocking' | 'warning'>;
  chosen: string | null;
  onChoose: (sessionId: string) => void;
}

/** One room's day as a list. */
export function PhoneRoom({ place, entries, severityOf, chosen, onChoose }: Props) {
  const { t } = useTranslation('board');
  return (
    <section aria-labelledby={`room-${place.room.id}`}>
      <h2 id={`room-${place.room.id}`} className={styles.room}><bdi>{place.room.name}</bdi> <bdi className={styles.venue}>{place.venue.name}</bdi></h2>
      {entries.length === 0 ? <p className={styles.empty}>{t('phone.free')}</p> : (
        <ol className={styles.list}>
          {entries.map(({ session, at, track }) => {
            const severity = severityOf.get(session.id);
            return at !== null && (
              <li key={session.id}>
                <button
                  type="button" className={styles.session} aria-pressed={session.id === chosen} data-severity={severity} onClick={() => onChoose(session.id)}
                  style={{ '--track': track?.colour ?? 'var(--line-strong)' } as CSSProperties}
                >
                  <Time instant={at.start} end={at.end} zone={place.city.zone} />
                  <bdi className={styles.title}>{session.title}</bdi>
                  {severity !== undefined && <span className={styles.mark}><Icon name="alert" size={1} /><VisuallyHidden>{t(`marks.${severity}`)}</VisuallyHidden></span>}
                </button>
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}
