import { type MouseEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useIsNarrow } from '../../app/use-is-narrow.js';
import { useNow } from '../../app/use-now.js';
import { usePageTitle } from '../../app/use-page-title.js';
import { useZone } from '../../app/zone.js';
import { useLiveAgenda } from '../../live/live-agenda.js';
import { Button } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { VisuallyHidden } from '../../ui/visually-hidden.js';
import { useBookmarks } from '../bookmarks.js';
import { FilterBar } from '../filter-bar.js';
import { useSessionLink } from '../session-link.js';
import { useFilteredSessions } from '../use-filtered-sessions.js';
import { AcrossGrid } from './across-grid.js';
import { useBlockWords } from './block-words.js';
import { CitySwitch } from './city-switch.js';
import { chooseDay, dayWindows } from './day-windows.js';
import { DownGrid } from './down-grid.js';
import styles from './grid-page.module.css';
import { GridToolbar } from './grid-toolbar.js';
import { layoutDay } from './layout-day.js';
import type { BlockContext, Scene, ScrollRequest } from './scene.js';
import { useGridAddress } from './use-grid-address.js';
import { whereToLook } from './where-to-look.js';

/** The agenda as a timeline: a day of every city's rooms at a glance. */
export default function GridPage() {
  const { t } = useTranslation('grid');
  const { index, agenda, unseen } = useLiveAgenda();
  const { sessions, clearFilters, isFiltered, filters, searching } = useFilteredSessions();
  const { mine: zone, mode } = useZone();
  const bookmarks = useBookmarks().ids;
  const words = useBlockWords();
  const now = useNow(60_000);
  const wide = !useIsNarrow();
  const address = useGridAddress();
  const followLink = useFollowLink();
  usePageTitle(t('title'), agenda.conference.title);
  const [jump, setJump] = useState<(ScrollRequest & { date: string; wanted: string }) | null>(null);

  // Days of the whole agenda: they must not come and go with the filters.
  const windows = useMemo(() => dayWindows(index.sessions, zone), [index.sessions, zone]);
  const window = chooseDay(windows, address.day, now);
  const groups = useMemo(
    () => (window === null ? [] : layoutDay(roomsOf(index.rooms, filters.cities), sessions, window, address.keepEmpty)),
    [index.rooms, filters.cities, sessions, window, address.keepEmpty],
  );
  const hrefOf = useSessionLink();
  const blocks = useMemo((): BlockContext => ({ words, now, unseen, bookmarks, hrefOf }), [words, now, unseen, bookmarks, hrefOf]);
  const wanted = [filters.cities, filters.tracks, filters.languages, filters.speakers].map((set) => [...set].join()).join(' ') + filters.text;
  const opening = useMemo((): ScrollRequest | null => {
    if (window === null) return null;
    return { ...whereToLook(groups, window, now), smooth: false };
    // with each day and filter, not with each minute or change: the grid must not run away from who reads it
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [window?.date, wide, wanted, searching]);
  const request = jump !== null && jump.date === window?.date && jump.wanted === wanted ? jump : opening;

  if (window === null) return <EmptyState icon="grid" heading="h1" title={t('noneTitle')}>{t('noneText')}</EmptyState>;
  const scene: Scene = { window, groups, zoom: address.zoom, now, zone, cityHours: mode === 'city' };
  const today = windows.find((day) => day.from <= now && now < day.to);
  const shown = groups.find((group) => group.city.id === (address.cityId ?? opening?.cityId)) ?? groups[0];
  return (
    <div className={styles.page}>
      <h1><VisuallyHidden>{t('title')}</VisuallyHidden></h1>
      <FilterBar />
      <GridToolbar
        windows={windows} chosen={window} zone={zone} cityHours={mode === 'city'} address={address}
        onJumpToNow={today === undefined ? null : () => {
          // another day opens at the present by itself
          if (today.date !== window.date) address.go({ day: today.date });
          setJump(today.date === window.date ? { date: today.date, wanted, ...whereToLook(groups, today, Date.now()), smooth: true } : null);
        }}
      />
      <VisuallyHidden><span id="grid-keys">{t('keys')}</span></VisuallyHidden>
      <div className={styles.grid} onClick={followLink}>
        {shown === undefined ? (
          <EmptyState icon="filter" title={t('emptyTitle')} actions={isFiltered && <Button onPress={clearFilters}>{t('clear')}</Button>}>{t('emptyText')}</EmptyState>
        ) : wide ? (
          <AcrossGrid scene={scene} blocks={blocks} request={request} />
        ) : (
          <>
            <CitySwitch cities={groups.map((group) => group.city)} chosen={shown.city} onChoose={(at) => address.go({ at })} />
            <DownGrid scene={scene} group={shown} blocks={blocks} request={request} />
          </>
        )}
      </div>
    </div>
  );
}

/** One listener for all blocks: a router's link in each would draw every block anew whenever the address changes. */
function useFollowLink(): (event: MouseEvent<HTMLElement>) => void {
  const navigate = useNavigate();
  return (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link === null || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void navigate(link.getAttribute('href') ?? '');
  };
}

/** With cities chosen, the others' empty rooms are not wanted either. */
function roomsOf<R extends { city: { id: string } }>(rooms: readonly R[], cities: ReadonlySet<string>): readonly R[] {
  return cities.size === 0 ? rooms : rooms.filter((room) => cities.has(room.city.id));
}
