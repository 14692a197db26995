import { useTranslation } from 'react-i18next';
import type { Uplink, UplinkBooking } from '@contract/place.js';
import { Time } from '../../ui/time.js';
import { useFormat } from '../../ui/use-format.js';
import { Loaded } from '../loaded.js';
import styles from '../organize.module.css';
import { RowList } from '../row-list.js';
import { useRows, useRowWrites } from '../rows.js';

interface Props {
  slug: string;
  venueId: string;
  /** IANA name of the city's zone. */
  zone: string;
  uplinks: readonly Uplink[];
}

/** A venue's ways to the world; of a satellite's, the windows that are booked. */
export function UplinkList({ slug, venueId, zone, uplinks }: Props) {
  const { t } = useTranslation('organize');
  const writes = useRowWrites<Uplink>(slug, 'uplinks');
  return (
    <>
      <RowList
        title={t('uplink.all')}
        heading="h3"
        rows={uplinks}
        columns={[
          { label: t('uplink.name'), cell: (uplink) => uplink.name },
          { label: t('uplink.kind'), cell: (uplink) => t(`uplink.kinds.${uplink.kind}`) },
        ]}
        nameOf={(uplink) => uplink.name}
        writes={writes}
        canWrite
        addLabel={t('uplink.add')}
        emptyText={t('uplink.none')}
        fields={[
          { kind: 'text', name: 'name', label: t('uplink.name') },
          {
            kind: 'choice', name: 'kind', label: t('uplink.kind'),
            choices: (['internet', 'satellite'] as const).map((value) => ({ value, label: t(`uplink.kinds.${value}`) })),
          },
        ]}
        blank={{ name: '', kind: 'internet' }}
        fixed={{ venueId }}
        onlyWhenAdded={['kind']}
      />
      {uplinks.filter(({ kind }) => kind === 'satellite').map((uplink) => <Bookings key={uplink.id} slug={slug} uplink={uplink} zone={zone} />)}
    </>
  );
}

function Bookings({ slug, uplink, zone }: { slug: string; uplink: Uplink; zone: string }) {
  const { t } = useTranslation('organize');
  const format = useFormat();
  const kind = `uplinks/${uplink.id}/bookings` as const;
  const bookings = useRows<UplinkBooking>(slug, kind);
  const writes = useRowWrites<UplinkBooking>(slug, kind);
  const rows = [...(bookings.data ?? [])].sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
  return (
    <Loaded queries={[bookings]}>
      {() => (
        <RowList
          title={t('booking.of', { name: uplink.name })}
          heading="h3"
          rows={rows}
          columns={[
            { label: t('booking.from'), cell: (booking) => <Both instant={booking.startsAt} zone={zone} /> },
            { label: t('booking.to'), cell: (booking) => <Both instant={booking.endsAt} zone={zone} /> },
          ]}
          nameOf={(booking) => format.dateTime(Date.parse(booking.startsAt), zone)}
          writes={writes}
          canWrite
          addLabel={t('booking.add')}
          emptyText={t('booking.none')}
          fields={[
            { kind: 'instant', name: 'startsAt', label: t('booking.from'), zone },
            { kind: 'instant', name: 'endsAt', label: t('booking.to'), zone },
          ]}
          blank={{ startsAt: '', endsAt: '' }}
          // a booked window never moves: it is removed and made again
          onlyWhenAdded={['startsAt', 'endsAt']}
        />
      )}
    </Loaded>
  );
}

/** On the city's clocks, and in UTC, in which satellites are booked. */
function Both({ instant, zone }: { instant: string; zone: string }) {
  return (
    <span className={styles.times}>
      <Time instant={Date.parse(instant)} zone={zone} withDay />
      <span className={styles.utc}>
        <Time instant={Date.parse(instant)} zone="UTC" withDay />
      </span>
    </span>
  );
}
