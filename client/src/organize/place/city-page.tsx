import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { City, RoomDetails, Uplink } from '@contract/place.js';
import NotFoundPage from '../../app/not-found-page.js';
import { usePageTitle } from '../../app/use-page-title.js';
import { Button } from '../../ui/button.js';
import { Time } from '../../ui/time.js';
import { useFormat } from '../../ui/use-format.js';
import { textOf } from '../fields/field-spec.js';
import { countryName } from '../fields/zones-and-countries.js';
import { FormDialog } from '../form-dialog.js';
import { Loaded } from '../loaded.js';
import styles from '../organize.module.css';
import { useRows, useRowWrites } from '../rows.js';
import { useOrganize } from '../use-organize.js';
import { VenueCard } from './venue-card.js';
import { BLANK_VENUE, useVenueFields, type VenueRow } from './venue-fields.js';

/** A city with its venues, their rooms and uplinks: all that a host looks after. One that is not the reader's is not there. */
export default function CityPage() {
  const { cityId = '' } = useParams();
  const { slug } = useOrganize();
  const cities = useRows<City>(slug, 'cities');
  const venues = useRows<VenueRow>(slug, 'venues');
  const rooms = useRows<RoomDetails>(slug, 'rooms');
  const uplinks = useRows<Uplink>(slug, 'uplinks');
  return (
    <Loaded queries={[cities, venues, rooms, uplinks]}>
      {() => {
        const city = cities.data?.find(({ id }) => id === cityId);
        if (city === undefined) return <NotFoundPage />;
        return <CityScreen city={city} venues={(venues.data ?? []).filter((venue) => venue.cityId === city.id)} rooms={rooms.data ?? []} uplinks={uplinks.data ?? []} />;
      }}
    </Loaded>
  );
}

function CityScreen({ city, venues, rooms, uplinks }: { city: City; venues: readonly VenueRow[]; rooms: readonly RoomDetails[]; uplinks: readonly Uplink[] }) {
  const { t } = useTranslation('organize');
  const { slug } = useOrganize();
  const { locale } = useFormat();
  const [isAdding, setAdding] = useState(false);
  const [added, setAdded] = useState<string | null>(null);
  const writes = useRowWrites<VenueRow>(slug, 'venues');
  const fields = useVenueFields();
  usePageTitle(city.name);
  return (
    <>
      <div className={styles.head}>
        <h1 dir="auto">{city.name}</h1>
        <Button icon="plus" look="strong" onPress={() => setAdding(true)}>
          {t('venue.add')}
        </Button>
      </div>
      <p className={styles.facts}>
        {city.country !== null && `${countryName(city.country, locale)} · `}
        <bdi>{city.zone}</bdi> · <Time instant={Date.now()} zone={city.zone} />
      </p>
      {venues.length === 0 && <p className={styles.empty}>{t('venue.none')}</p>}
      {venues.map((venue) => (
        <VenueCard
          key={venue.id}
          venue={venue}
          zone={city.zone}
          isFresh={!isAdding && venue.id === added}
          writes={writes}
          rooms={rooms.filter(({ venueId }) => venueId === venue.id)}
          uplinks={uplinks.filter(({ venueId }) => venueId === venue.id)}
        />
      ))}
      {isAdding && (
        <FormDialog
          title={t('venue.add')}
          fields={() => fields}
          initial={BLANK_VENUE}
          submitLabel={t('venue.add')}
          onClose={() => setAdding(false)}
          onSubmit={async (values) => setAdded(await writes.add({ ...values, cityId: city.id }, textOf(values['name'])))}
        />
      )}
    </>
  );
}
