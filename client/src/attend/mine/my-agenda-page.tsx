import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMe } from '../../account/use-me.js';
import { useNow } from '../../app/use-now.js';
import { usePageTitle } from '../../app/use-page-title.js';
import { DAY, wallDay } from '../../app/wall-clock.js';
import { useZone } from '../../app/zone.js';
import { useLiveAgenda } from '../../live/live-agenda.js';
import { EmptyState } from '../../ui/empty-state.js';
import { LinkButton } from '../../ui/link-button.js';
import { useFormat } from '../../ui/use-format.js';
import type { IndexedSession } from '../agenda-index.js';
import { useBookmarks } from '../bookmarks.js';
import { CalendarFeed } from './calendar-feed.js';
import { findClashes } from './find-clashes.js';
import { MySession } from './my-session.js';
import styles from './my-agenda-page.module.css';

const MINUTE = 60_000;

/** The sessions that this person bookmarked on this device. */
export default function MyAgendaPage() {
  const { t } = useTranslation('agenda');
  const { agenda, index } = useLiveAgenda();
  usePageTitle(t('mine.title'), agenda.conference.title);
  const format = useFormat();
  const now = useNow(MINUTE);
  const { zoneFor } = useZone();
  const { ids } = useBookmarks();
  const me = useMe();
  const isKept = me.phase === 'signed-in' && me.account.followsSince !== null;
  const sessions = useMemo(() => index.sessions.filter((entry) => ids.has(entry.session.id)), [index, ids]);
  const clashes = useMemo(() => findClashes(sessions), [sessions]);
  const days = useMemo(() => groupByDay(sessions, zoneFor), [sessions, zoneFor]);

  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{t('mine.title')}</h1>
      <p className={styles.note}>
        {t(isKept ? 'mine.withAccount' : 'mine.onDevice')} <Link to="/account/notifications">{t(isKept ? 'mine.changeThat' : 'mine.beTold')}</Link>
      </p>
      {sessions.length === 0 ? (
        <EmptyState icon="bookmark" title={t('mine.emptyTitle')} actions={<LinkButton href={`/${agenda.conference.slug}/agenda`}>{t('mine.toAgenda')}</LinkButton>}>
          {t('mine.emptyText')}
        </EmptyState>
      ) : (
        <>
          {days.map(([day, ofDay]) => (
            <section key={day} className={styles.day} aria-label={format.day(day * DAY, 'UTC')}>
              <h2 className={styles.date}>{format.day(day * DAY, 'UTC')}</h2>
              {ofDay.map((entry) => (
                <MySession key={entry.session.id} entry={entry} now={now} clashes={clashes.get(entry.session.id) ?? []} />
              ))}
            </section>
          ))}
          <CalendarFeed slug={agenda.conference.slug} sessionIds={sessions.map((entry) => entry.session.id)} />
        </>
      )}
    </div>
  );
}

function groupByDay(sessions: readonly IndexedSession[], zoneFor: (cityZone: string) => string): [number, IndexedSession[]][] {
  const days = new Map<number, IndexedSession[]>();
  for (const entry of sessions) {
    const day = wallDay(entry.start, zoneFor(entry.city.zone));
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return [...days].sort(([a], [b]) => a - b);
}
