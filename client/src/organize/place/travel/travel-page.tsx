import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { City, VenueTravel } from '@contract/place.js';
import { askApi } from '../../../account/ask-api.js';
import NotFoundPage from '../../../app/not-found-page.js';
import { usePageTitle } from '../../../app/use-page-title.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { LinkButton } from '../../../ui/link-button.js';
import { Loaded } from '../../loaded.js';
import styles from '../../organize.module.css';
import { useRows } from '../../rows.js';
import { useOrganize } from '../../use-organize.js';
import type { VenueRow } from '../venue-fields.js';
import { TravelDesk } from './travel-desk.js';
import { travelPath } from './use-travel-changes.js';
import { Ways } from './ways.js';

/** How long people need from venue to venue, where the organizers know better than the distance. Ways lead from city to city: no host's business. */
export default function TravelPage() {
  const { isOrganizer } = useOrganize();
  return isOrganizer ? <Travel /> : <NotFoundPage />;
}

function Travel() {
  const { t } = useTranslation('travel');
  const { slug } = useOrganize();
  const cities = useRows<City>(slug, 'cities');
  const venues = useRows<VenueRow>(slug, 'venues');
  const travel = useQuery({ queryKey: ['organize', slug, 'travel'], queryFn: async () => await askApi<VenueTravel>('GET', travelPath(slug)) });
  usePageTitle(t('title'));
  return (
    <section className={styles.section} aria-label={t('title')}>
      <p>
        <Link to={`/${slug}/organize/cities`}>{t('back')}</Link>
      </p>
      <Loaded queries={[cities, venues, travel]}>
        {() => {
          const ways = new Ways(cities.data ?? [], venues.data ?? []);
          if (ways.count > 0) return <TravelDesk slug={slug} ways={ways} held={travel.data ?? { items: [] }} />;
          return (
            <>
              <div className={styles.head}>
                <h1>{t('title')}</h1>
              </div>
              <EmptyState icon="place" title={t('noWays')} actions={<LinkButton href={`/${slug}/organize/cities`}>{t('toCities')}</LinkButton>}>
                {t('noWaysText')}
              </EmptyState>
            </>
          );
        }}
      </Loaded>
    </section>
  );
}
