import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { AccountMenu } from '../account/account-menu.js';
import { useAgendaState } from '../live/agenda-state.js';
import { NoticeBell } from '../notices/notice-bell.js';
import { Skeleton } from '../ui/skeleton.js';
import styles from './conference-header.module.css';
import { ConferenceNav } from './conference-nav.js';
import { ConnectionPill } from './connection-pill.js';
import { LanguageMenu } from './language-menu.js';
import { ThemeMenu } from './theme-menu.js';
import { ZoneSwitch } from './zone-switch.js';

export function ConferenceHeader() {
  const { t } = useTranslation();
  const { slug = '' } = useParams();
  const state = useAgendaState();
  return (
    <header className={styles.header}>
      <div className={styles.row}>
        <Link to="/" className={styles.home} aria-label={t('nav.home')} title={t('nav.home')}>
          <img src="/favicon.svg" alt="" width="28" height="28" />
        </Link>
        {state.phase === 'ready' ? (
          <Link to={`/${slug}/agenda`} className={styles.title} dir="auto">
            {state.live.agenda.conference.title}
          </Link>
        ) : (
          <span className={styles.title}>{state.phase === 'loading' && <Skeleton width="9rem" height="1.25rem" />}</span>
        )}
        {state.phase !== 'unknown' && <ConferenceNav place="header" />}
        <div className={styles.tools}>
          <ConnectionPill />
          <NoticeBell />
          <ZoneSwitch />
          <LanguageMenu />
          <span className={styles.roomy}>
            <ThemeMenu />
          </span>
          <AccountMenu />
        </div>
      </div>
    </header>
  );
}
