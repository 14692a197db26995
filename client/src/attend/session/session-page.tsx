import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { usePageTitle } from '../../app/use-page-title.js';
import { useLiveAgenda } from '../../live/live-agenda.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Icon } from '../../ui/icon.js';
import { LinkButton } from '../../ui/link-button.js';
import type { IndexedSession } from '../agenda-index.js';
import { useSeenWhenShown } from '../use-seen-when-shown.js';
import { SameRoom } from './same-room.js';
import { SessionActions } from './session-actions.js';
import { SessionChanges } from './session-changes.js';
import { SessionFacts } from './session-facts.js';
import { SessionHead } from './session-head.js';
import { SessionPeople } from './session-people.js';
import styles from './session-page.module.css';
import { SessionText } from './session-text.js';

// a player is heavy, and wanted where there is something to watch
const StagePlayer = lazy(() => import('../player/stage-player.js'));
const SessionReplay = lazy(() => import('../replay/session-replay.js'));

/** All that there is to know of one session, kept true while it is read. */
export default function SessionPage() {
  const { t } = useTranslation('session');
  const { slug = '', sessionId = '' } = useParams();
  const { agenda, index } = useLiveAgenda();
  const entry = index.byId.get(sessionId);
  usePageTitle(entry?.session.title ?? t('missingTitle'), agenda.conference.title);
  return (
    <div className={styles.page}>
      <nav className={styles.back}>
        <Link to={`/${slug}/agenda`}>
          <Icon name="chevron" size={1} back />
          {t('backToAgenda')}
        </Link>
      </nav>
      {entry === undefined ? (
        <EmptyState icon="search" title={t('missingTitle')} heading="h1" actions={<LinkButton href={`/${slug}/agenda`}>{t('toAgenda')}</LinkButton>}>
          {t('missingText')}
        </EmptyState>
      ) : (
        <Session key={sessionId} entry={entry} slug={slug} />
      )}
    </div>
  );
}

function Session({ entry, slug }: { entry: IndexedSession; slug: string }) {
  const { t: tRecordings } = useTranslation('recordings');
  const { agenda, unseen } = useLiveAgenda();
  const head = useRef<HTMLDivElement>(null);
  const changes = unseen.get(entry.session.id)?.length ?? 0;
  useSeenWhenShown(entry.session.id, changes > 0, head);
  // a copy of the agenda that is older than recordings has none
  const { replayId } = entry.session;
  const [shown, setShown] = useState(replayId);
  if (replayId && replayId !== shown) setShown(replayId);
  const isStage = Object.values(agenda.channels).some(({ roomId }) => roomId === entry.room.id);
  return (
    <article className={styles.session}>
      <div ref={head} className={styles.head} data-unseen={changes > 0 || undefined}>
        <SessionHead entry={entry} />
        <SessionActions entry={entry} />
      </div>
      {shown && !replayId && <p className={styles.withdrawn} role="status">{tRecordings('player.withdrawn')}</p>}
      <Suspense>
        {replayId ? <SessionReplay entry={entry} slug={slug} replayId={replayId} /> : isStage && <StagePlayer entry={entry} slug={slug} />}
      </Suspense>
      <div className={styles.columns}>
        <div className={styles.main}>
          <SessionText entry={entry} />
          <SessionPeople entry={entry} />
        </div>
        <aside className={styles.side}>
          <div className={styles.early}>
            <SessionFacts entry={entry} />
            <SessionChanges entry={entry} />
          </div>
          <SameRoom entry={entry} />
        </aside>
      </div>
    </article>
  );
}
