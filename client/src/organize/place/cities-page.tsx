import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { City } from '@contract/place.js';
import { usePageTitle } from '../../app/use-page-title.js';
import { LinkButton } from '../../ui/link-button.js';
import { useFormat } from '../../ui/use-format.js';
import { countryName } from '../fields/zones-and-countries.js';
import { Loaded } from '../loaded.js';
import { RowList } from '../row-list.js';
import { useRows, useRowWrites } from '../rows.js';
import { useOrganize } from '../use-organize.js';
import { BLANK_CITY, useCityFields } from './city-fields.js';
import { positionAtEnd } from './position-at-end.js';

/** The cities of the conference; a host's own. */
export default function CitiesPage() {
  const { t } = useTranslation('organize');
  const { slug, isOrganizer } = useOrganize();
  const { locale } = useFormat();
  const cities = useRows<City>(slug, 'cities');
  const writes = useRowWrites<City>(slug, 'cities');
  const fields = useCityFields();
  usePageTitle(t('nav.cities'));
  return (
    <Loaded queries={[cities]}>
      {() => (
        <RowList
          title={t('city.all')}
          heading="h1"
          rows={cities.data ?? []}
          columns={[
            { label: t('city.name'), cell: (city) => <Link to={`/${slug}/organize/cities/${city.id}`}>{city.name}</Link> },
            { label: t('city.country'), cell: (city) => countryName(city.country, locale) },
            { label: t('city.zone'), cell: (city) => city.zone },
          ]}
          nameOf={(city) => city.name}
          writes={writes}
          canWrite={isOrganizer}
          beside={isOrganizer && <LinkButton icon="clock" href={`/${slug}/organize/cities/travel`}>{t('city.travel')}</LinkButton>}
          addLabel={t('city.add')}
          emptyText={t('city.none')}
          fields={fields}
          blank={{ ...BLANK_CITY, position: positionAtEnd(cities.data) }}
        />
      )}
    </Loaded>
  );
}
