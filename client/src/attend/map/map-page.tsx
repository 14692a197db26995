import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useNow } from '../../app/use-now.js';
import { usePageTitle } from '../../app/use-page-title.js';
import { useLiveAgenda } from '../../live/live-agenda.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ToggleGroup } from '../../ui/toggle-group.js';
import { useBookmarks } from '../bookmarks.js';
import { type CityMoment, type CityStatus, citiesAt } from '../now/moments.js';
import { orderCities } from '../now/order-cities.js';
import { useSessionLink } from '../session-link.js';
import { CityList } from './city-list.js';
import { CityPanel } from './city-panel.js';
import styles from './map-page.module.css';
import type { MapExtent } from './projection.js';
import { StatusShape } from './status-shape.js';
import { type PlacedMoment, WorldMap } from './world-map.js';

const STATUSES: readonly CityStatus[] = ['on', 'soon', 'later', 'over'];

/** The conference on a map: what is on where at this moment. The list beside it says the same in words. */
export default function MapPage() {
  const { t } = useTranslation('map');
  const { index, agenda, unseen, presence } = useLiveAgenda();
  const bookmarks = useBookmarks().ids;
  const now = useNow(60_000);
  const [address, setAddress] = useSearchParams();
  const heading = useRef<HTMLHeadingElement>(null);
  const opener = useRef<Element | null>(null);
  usePageTitle(t('title'), agenda.conference.title);
  const slug = agenda.conference.slug;
  const hrefOf = useSessionLink();

  const moments = useMemo(() => citiesAt(index, index.sessions, now), [index, now]);
  const listed = useMemo(() => orderCities(moments, bookmarks), [moments, bookmarks]);
  const placed = useMemo(() => moments.flatMap(withPosition), [moments]);
  const changes = useMemo(() => {
    const counts = new Map<string, number>();
    for (const id of unseen.keys()) {
      const city = index.byId.get(id)?.city.id;
      if (city !== undefined) counts.set(city, (counts.get(city) ?? 0) + 1);
    }
    return counts;
  }, [unseen, index]);
  const changed = useMemo(() => new Set(changes.keys()), [changes]);

  const selected = moments.find((moment) => moment.city.id === address.get('at'));
  const isPlaced = placed.some((moment) => moment.city.id === selected?.city.id);
  const extent = extentOf(address.get('extent'), isPlaced);
  const set = (name: 'at' | 'extent', value: string | null): void => {
    setAddress((held) => {
      const next = new URLSearchParams(held);
      if (value === null) next.delete(name);
      else next.set(name, value);
      return next;
    }, { replace: true, preventScrollReset: true });
  };
  const select = (cityId: string): void => {
    opener.current = document.activeElement;
    set('at', cityId);
  };
  const close = (): void => {
    set('at', null);
    if (opener.current instanceof HTMLElement) opener.current.focus();
    opener.current = null;
  };
  const selectedId = selected?.city.id ?? null;
  useEffect(() => {
    // Only when someone chose it: whoever comes by a link starts at the top of the page.
    if (selectedId !== null && opener.current !== null) heading.current?.focus();
  }, [selectedId]);

  if (moments.length === 0) return <EmptyState icon="map" heading="h1" title={t('noneTitle')}>{t('noneText')}</EmptyState>;
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <h1 className={styles.title}>{t('title')}</h1>
        <ToggleGroup
          label={t('extent.label')} value={extent} onChange={(value) => set('extent', value === 'cities' ? null : value)}
          options={[
            { key: 'cities', label: t('extent.cities') },
            { key: 'world', label: t('extent.world') },
            ...(selected !== undefined && isPlaced ? [{ key: 'near' as const, label: t('extent.near', { city: selected.city.name }) }] : []),
          ]}
        />
      </header>
      <div className={styles.columns}>
        <div className={styles.main}>
          <WorldMap moments={placed} extent={extent} now={now} selectedId={selectedId} changed={changed} onSelect={select} />
          <ul className={styles.legend} aria-label={t('legend.label')}>
            {STATUSES.map((status) => <li key={status}><StatusShape status={status} size={16} />{t(`legend.${status}`)}</li>)}
          </ul>
          {selected === undefined ? <p className={styles.hint}>{t('hint')}</p> : (
            <CityPanel
              key={selected.city.id} headingRef={heading} moment={selected} now={now} bookmarks={bookmarks} hrefOf={hrefOf} onClose={close}
              agendaHref={`/${slug}/agenda?city=${encodeURIComponent(selected.city.id)}`}
              roomCount={index.rooms.filter((room) => room.city.id === selected.city.id).length}
              following={presence?.cities[selected.city.id] ?? null}
            />
          )}
        </div>
        <CityList moments={listed} now={now} selectedId={selectedId} changes={changes} onSelect={select} />
      </div>
    </div>
  );
}

function extentOf(asked: string | null, isPlaced: boolean): MapExtent {
  if (asked === 'near') return isPlaced ? 'near' : 'cities';
  return asked === 'world' ? 'world' : 'cities';
}

function withPosition(moment: CityMoment): PlacedMoment[] {
  const { latitude, longitude } = moment.city;
  return latitude === null || longitude === null ? [] : [{ ...moment, latitude, longitude }];
}
