import { useTranslation } from 'react-i18next';
import { useZone } from '../../app/zone.js';
import { useLiveAgenda } from '../../live/live-agenda.js';
import { Icon } from '../../ui/icon.js';
import type { IndexedSession } from '../agenda-index.js';
import { useBookmarks } from '../bookmarks.js';
import { useSessionLink } from '../session-link.js';
import { displacedBy, phaseOf } from '../session-marks.js';
import { SessionRow } from '../session-row.js';
import type { Clash } from './find-clashes.js';
import styles from './my-session.module.css';

interface Props {
  entry: IndexedSession;
  now: number;
  clashes: readonly Clash[];
}

export function MySession({ entry, now, clashes }: Props) {
  const { t } = useTranslation('agenda');
  const { history, index, unseen } = useLiveAgenda();
  const { zoneFor } = useZone();
  const { toggle } = useBookmarks();
  const linkTo = useSessionLink();
  const { id } = entry.session;
  const displaced = displacedBy(entry, history.get(id), now);
  return (
    <div>
      <SessionRow
        entry={entry}
        zone={zoneFor(entry.city.zone)}
        href={linkTo(id)}
        heading="h3"
        phase={phaseOf(entry, now)}
        displaced={displaced}
        wasIn={index.rooms.find((known) => known.room.id === displaced?.wasRoomId) ?? null}
        unseen={unseen.get(id)?.length ?? 0}
        bookmarked
        onToggleBookmark={toggle}
      />
      {clashes.map((clash) => (
        <p key={`${clash.clash} ${clash.with.session.id}`} className={styles.clash}>
          <Icon name="alert" size={1} />
          <span>{t(`mine.clash.${clash.clash}`, { title: clash.with.session.title, city: clash.with.city.name })}</span>
        </p>
      ))}
    </div>
  );
}
