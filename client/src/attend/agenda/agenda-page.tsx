import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NavigationType, useNavigationType } from 'react-router';
import { useIsInView } from '../../app/use-is-in-view.js';
import { useNow } from '../../app/use-now.js';
import { usePageTitle } from '../../app/use-page-title.js';
import { useZone } from '../../app/zone.js';
import { useLiveAgenda } from '../../live/live-agenda.js';
import { Button } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { IconButton } from '../../ui/icon-button.js';
import { useFormat } from '../../ui/use-format.js';
import { FilterBar } from '../filter-bar.js';
import { useFilteredSessions } from '../use-filtered-sessions.js';
import styles from './agenda-page.module.css';
import { DayTabs } from './day-tabs.js';
import { groupSessions, indexOfNow } from './group-sessions.js';
import { SessionList, type SessionListHandle } from './session-list.js';
import { UnseenNotice } from './unseen-notice.js';

const MINUTE = 60_000;

/** All sessions as a list, by day and start. */
export function AgendaPage() {
  const { t } = useTranslation('agenda');
  const { agenda, index } = useLiveAgenda();
  usePageTitle(t('title'), agenda.conference.title);
  const format = useFormat();
  const now = useNow(MINUTE);
  const { zoneFor } = useZone();
  const { sessions, isFiltered, clearFilters } = useFilteredSessions();
  const items = useMemo(() => groupSessions(sessions, zoneFor), [sessions, zoneFor]);
  const days = useMemo(() => [...new Set(items.map((item) => item.day))], [items]);
  const [dayShown, setDayShown] = useState<number | null>(null);
  const list = useRef<SessionListHandle>(null);
  const strip = useRef<HTMLDivElement>(null);
  const filters = useRef<HTMLDivElement>(null);
  const filtersInView = useIsInView(filters);

  const present = indexOfNow(items, now);
  const startAt = useStart(present, isFiltered);
  const show = (position: number, to: 'head' | 'middle' = 'head'): void => list.current?.scrollTo(position, to);
  const covered = useCallback(() => Math.max(0, (strip.current?.offsetHeight ?? 0) + (strip.current === null ? 0 : stuckAt(strip.current))), []);

  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h1 className={styles.title}>{t('title')}</h1>
        <p role="status" className={styles.count}>
          {t('count', { count: sessions.length, formatted: format.number(sessions.length) })}
        </p>
      </div>
      <div ref={filters} className={styles.filters}>
        <FilterBar />
      </div>
      {items.length > 0 && (
        <div ref={strip} className={styles.strip}>
          <DayTabs
            days={days}
            current={dayShown}
            onChoose={(day) => show(items.findIndex((item) => item.day === day))}
          />
          {present !== null && (
            <Button icon="clock" look="quiet" aria-label={t('jumpToNowHint')} onPress={() => show(present)}>
              {t('jumpToNow')}
            </Button>
          )}
          {!filtersInView && (
            <IconButton
              icon="search"
              label={t('filters.label')}
              onPress={() => {
                scrollTo({ top: 0 });
                filters.current?.querySelector('input')?.focus({ preventScroll: true });
              }}
            />
          )}
        </div>
      )}
      {items.length > 0 && (
        <SessionList items={items} now={now} covered={covered} onDayShown={setDayShown} handle={list} startAt={startAt} />
      )}
      {items.length === 0 && index.sessions.length > 0 && (
        <EmptyState icon="search" title={t('emptyTitle')} actions={<Button onPress={clearFilters}>{t('filters.clearAll')}</Button>}>
          {t('emptyText')}
        </EmptyState>
      )}
      {index.sessions.length === 0 && (
        <EmptyState icon="calendar" title={t('noneTitle')}>
          {t('noneText')}
        </EmptyState>
      )}
      <UnseenNotice onShow={(id) => show(items.findIndex((item) => item.item === 'session' && item.entry.session.id === id), 'middle')} />
    </div>
  );
}

/** Who opens the page while the conference is on begins at the present, unless they come back or look for something. */
function useStart(present: number | null, isFiltered: boolean): number | null {
  const type = useNavigationType();
  const [start] = useState(() => (isFiltered || present === null || present <= 1 || (type === NavigationType.Pop && hasGoneBack()) ? null : present));
  return start;
}

/** A first load is a "pop" too; only the second has a place to return to. */
function hasGoneBack(): boolean {
  const entry = history.state as { idx?: number } | null;
  return entry !== null && typeof entry.idx === 'number' && performance.now() > 10_000;
}

/** Pixels from the window's top at which an element sticks. */
function stuckAt(element: HTMLElement): number {
  return parseFloat(getComputedStyle(element).insetBlockStart) || 0;
}
