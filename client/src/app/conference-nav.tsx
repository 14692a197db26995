import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, useLocation, useParams } from 'react-router';
import { ParticipationLinks } from '../attend/registration/participation-links.js';
import { useAgendaState } from '../live/agenda-state.js';
import { reachIn } from '../organize/reach.js';
import { holdsRole, useMe } from '../account/use-me.js';
import { Icon, type IconName } from '../ui/icon.js';
import styles from './conference-nav.module.css';
import { useIsNarrow } from './use-is-narrow.js';
import { useOpenPageInView } from './use-open-page-in-view.js';

const PAGES = [
  { path: 'agenda', icon: 'agenda' },
  { path: 'grid', icon: 'grid' },
  { path: 'now', icon: 'now' },
  { path: 'map', icon: 'map' },
  { path: 'mine', icon: 'bookmark' },
] as const satisfies readonly { path: string; icon: IconName }[];
const PROGRAMME = { path: 'programme', icon: 'video' } as const satisfies { path: string; icon: IconName };
const SPEAKING = { path: 'speak', icon: 'clock' } as const satisfies { path: string; icon: IconName };

/** The pages of the conference: in the header of wide screens, a tab bar at the foot of narrow ones. */
export function ConferenceNav({ place }: { place: 'header' | 'tabs' }) {
  const { t } = useTranslation();
  const { slug = '' } = useParams();
  const { search } = useLocation();
  const narrow = useIsNarrow();
  const me = useMe();
  const state = useAgendaState();
  const hasProgramme = state.phase === 'ready' && Object.values(state.live.agenda.channels).some(({ kind }) => kind === 'programme');
  const bar = useRef<HTMLElement>(null);
  useOpenPageInView(bar, narrow);
  if (narrow !== (place === 'tabs')) return null;
  const pages = [...PAGES, ...(hasProgramme ? [PROGRAMME] : []), ...(holdsRole(me, ['speaker'], slug) ? [SPEAKING] : [])];
  return (
    <nav ref={bar} aria-label={t('nav.label')} className={`${styles.nav} ${styles[place]}`}>
      {pages.map((page) => (
        // the filters go with the reader from view to view
        <NavLink key={page.path} to={{ pathname: `/${slug}/${page.path}`, search }} className={styles.link} title={t(`nav.${page.path}`)}>
          <Icon name={page.icon} />
          <span>{t(`nav.${page.path}`)}</span>
        </NavLink>
      ))}
      {reachIn(me, slug) !== 'none' && (
        <NavLink to={`/${slug}/organize`} className={styles.link} title={t('nav.organize')}>
          <Icon name="place" />
          <span>{t('nav.organize')}</span>
        </NavLink>
      )}
      <ParticipationLinks slug={slug} className={styles.link} />
    </nav>
  );
}
