import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../app/use-now.js';
import { usePageTitle } from '../../app/use-page-title.js';
import { useLiveAgenda } from '../../live/live-agenda.js';
import { Button } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { useFormat } from '../../ui/use-format.js';
import { useBookmarks } from '../bookmarks.js';
import { FilterBar } from '../filter-bar.js';
import { useSessionLink } from '../session-link.js';
import { useFilteredSessions } from '../use-filtered-sessions.js';
import { CityCard } from './city-card.js';
import { conferenceAt } from './conference-moment.js';
import { ConferenceNotice } from './conference-notice.js';
import { citiesAt } from './moments.js';
import styles from './now-page.module.css';
import { orderCities } from './order-cities.js';

/** What is on and what comes next, in every city at once. */
export default function NowPage() {
  const { t } = useTranslation('now');
  const { index, agenda } = useLiveAgenda();
  const { sessions, isFiltered, clearFilters } = useFilteredSessions();
  const bookmarks = useBookmarks().ids;
  const now = useNow(60_000);
  const format = useFormat();
  usePageTitle(t('title'), agenda.conference.title);
  const hrefOf = useSessionLink();
  const moments = useMemo(() => orderCities(citiesAt(index, sessions, now), bookmarks), [index, sessions, now, bookmarks]);
  const conference = useMemo(() => conferenceAt(index.sessions, now), [index.sessions, now]);
  const busy = moments.filter((moment) => moment.rooms.length > 0);
  const done = moments.filter((moment) => moment.rooms.length === 0);
  const onCount = moments.reduce((sum, moment) => sum + moment.onCount, 0);

  if (conference.state === 'empty') return <EmptyState icon="now" heading="h1" title={t('noneTitle')}>{t('noneText')}</EmptyState>;
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <h1 className={styles.title}>{t('title')}</h1>
        <p className={styles.sum}>{t('onNow', { count: onCount, formatted: format.number(onCount) })}</p>
      </header>
      <ConferenceNotice moment={conference} now={now} hrefOf={hrefOf} />
      {conference.state !== 'after' && <FilterBar />}
      {busy.length > 0 && (
        <div className={styles.cards}>
          {busy.map((moment) => <CityCard key={moment.city.id} moment={moment} now={now} bookmarks={bookmarks} hrefOf={hrefOf} />)}
        </div>
      )}
      {busy.length === 0 && conference.state !== 'after' && (
        <EmptyState icon="filter" title={t('emptyTitle')} actions={isFiltered && <Button onPress={clearFilters}>{t('clear')}</Button>}>{t('emptyText')}</EmptyState>
      )}
      {busy.length > 0 && done.length > 0 && !isFiltered && (
        <p className={styles.done}>{t('done')} <bdi>{format.list(done.map((moment) => moment.city.name))}</bdi></p>
      )}
    </div>
  );
}
