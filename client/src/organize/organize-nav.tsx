import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useOpenPageInView } from '../app/use-open-page-in-view.js';
import styles from './organize.module.css';

const PAGES = ['board', 'plan', 'live', 'releases', 'sessions', 'cities', 'tracks', 'speakers', 'streams', 'control-room', 'recordings', 'attendance', 'team', 'settings'] as const;
/** Those that are not for hosts of cities. */
const OF_ALL_CITIES: ReadonlySet<string> = new Set(['tracks', 'settings'] satisfies (typeof PAGES)[number][]);

interface Props {
  slug: string;
  /** The reader's role reaches the whole conference. */
  isOfAll: boolean;
}

/** The organizers' pages, in one line that is pushed sideways when it is long. */
export function OrganizeNav({ slug, isOfAll }: Props) {
  const { t } = useTranslation('organize');
  const bar = useRef<HTMLElement>(null);
  useOpenPageInView(bar);
  return (
    <nav ref={bar} className={styles.nav} aria-label={t('nav.label')}>
      {(isOfAll ? PAGES : PAGES.filter((page) => !OF_ALL_CITIES.has(page))).map((page) => (
        <NavLink key={page} to={`/${slug}/organize/${page}`}>
          {t(`nav.${page}`)}
        </NavLink>
      ))}
    </nav>
  );
}
