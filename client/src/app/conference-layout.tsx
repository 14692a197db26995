import { Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useParams } from 'react-router';
import { FollowedBookmarks } from '../follow/followed-bookmarks.js';
import { AgendaProvider } from '../live/agenda-provider.js';
import { useAgendaState } from '../live/agenda-state.js';
import { ChangeAnnouncer } from '../live/change-announcer.js';
import { EmptyState } from '../ui/empty-state.js';
import { LinkButton } from '../ui/link-button.js';
import { ConferenceHeader } from './conference-header.js';
import { ConferenceNav } from './conference-nav.js';
import styles from './conference-layout.module.css';
import { ConnectionBanner } from './connection-banner.js';
import { PagePlaceholder } from './page-placeholder.js';
import { useAccent } from './theme/use-accent.js';

/** What all pages of a conference have around them, and its agenda, followed while any of them is open. */
export function ConferenceLayout() {
  const { slug = '' } = useParams();
  return (
    <AgendaProvider key={slug} slug={slug}>
      <Frame />
    </AgendaProvider>
  );
}

function Frame() {
  const { t } = useTranslation();
  const state = useAgendaState();
  useAccent(state.phase === 'ready' ? state.live.agenda.conference.accent : null);
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#content">
        {t('app.skip')}
      </a>
      <ConferenceHeader />
      {/* of a conference that is not there, no page is */}
      {state.phase !== 'unknown' && <ConferenceNav place="tabs" />}
      <ConnectionBanner />
      <main id="content" tabIndex={-1} className={styles.main}>
        {state.phase === 'ready' && (
          <>
            <ChangeAnnouncer />
            <FollowedBookmarks />
            <Suspense fallback={<PagePlaceholder />}>
              <Outlet />
            </Suspense>
          </>
        )}
        {state.phase === 'loading' && <PagePlaceholder />}
        {state.phase === 'unknown' && <Unknown />}
        {state.phase === 'unread' && (
          <EmptyState icon="alert" title={t('unread.title')} heading="h1">
            {t('unread.text')}
          </EmptyState>
        )}
      </main>
    </div>
  );
}

function Unknown() {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = t('unknownConference.title');
  }, [t]);
  return (
    <EmptyState icon="search" title={t('unknownConference.title')} heading="h1" actions={<LinkButton look="strong" href="/">{t('notFound.action')}</LinkButton>}>
      {t('unknownConference.text')}
    </EmptyState>
  );
}
