import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attendance } from '@contract/attendance.js';
import { usePlaceName } from '../../attend/registration/use-place-name.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { useFormat } from '../../ui/use-format.js';
import { DataTable } from '../data-table.js';
import { FormDialog } from '../form-dialog.js';
import styles from '../organize.module.css';
import type { VenueRow } from '../place/venue-fields.js';
import { useRowWrites } from '../rows.js';

type Counts = Attendance['venues'][number];

interface Props {
  slug: string;
  venues: readonly VenueRow[];
  counts: readonly Counts[];
}

/** Each venue's figures, and those of who is remote; how many a venue takes is changed here. */
export function VenueCounts({ slug, venues, counts }: Props) {
  const { t } = useTranslation('organize');
  const format = useFormat();
  const nameOf = usePlaceName();
  const writes = useRowWrites<VenueRow>(slug, 'venues');
  const [limited, setLimited] = useState<VenueRow | null>(null);
  const rows = counts.map((row) => ({ ...row, id: row.venueId ?? 'remote', venue: venues.find(({ id }) => id === row.venueId) }));
  const sum = (what: 'confirmed' | 'waitlisted' | 'checkedIn'): string => format.number(counts.reduce((total, row) => total + row[what], 0));
  return (
    <section className={styles.section} aria-label={t('attendance.places')}>
      <h2>{t('attendance.places')}</h2>
      <p className={styles.facts} data-testid="together">
        {t('attendance.together', { confirmed: sum('confirmed'), waitlisted: sum('waitlisted'), came: sum('checkedIn') })}
      </p>
      <DataTable
        label={t('attendance.places')}
        rows={rows}
        columns={[
          // a venue that was added a moment ago is not in the published agenda yet
          { label: t('attendance.place'), cell: ({ venueId, venue }) => nameOf(venueId) || (venue?.name ?? '') },
          { label: t('attendance.confirmed'), cell: ({ confirmed }) => format.number(confirmed) },
          { label: t('attendance.limit'), cell: ({ limit }) => (limit === null ? t('attendance.noLimit') : format.number(limit)) },
          { label: t('attendance.free'), cell: (row) => <Free {...row} /> },
          { label: t('attendance.waitlisted'), cell: ({ waitlisted }) => format.number(waitlisted) },
          { label: t('attendance.checkedIn'), cell: ({ checkedIn, venueId }) => (venueId === null ? '–' : format.number(checkedIn)) },
        ]}
        actions={({ venue }) =>
          venue !== undefined && (
            <Button look="quiet" aria-label={t('attendance.changeLimitOf', { name: venue.name })} onPress={() => setLimited(venue)}>
              {t('attendance.changeLimit')}
            </Button>
          )
        }
      />
      {limited !== null && (
        <FormDialog
          title={limited.name}
          fields={() => [{ kind: 'number', name: 'attendeeLimit', label: t('venue.attendeeLimit'), hint: t('venue.attendeeLimitHint'), optional: true, min: 0 }]}
          initial={{ attendeeLimit: limited.attendeeLimit }}
          submitLabel={t('form.save')}
          onClose={() => setLimited(null)}
          onSubmit={async (patch) => await writes.change(limited, patch, limited.name)}
        />
      )}
    </section>
  );
}

function Free({ limit, confirmed }: Counts) {
  const { t } = useTranslation('organize');
  const format = useFormat();
  if (limit === null) return '–';
  if (confirmed >= limit) return <Badge tone="warn">{t('attendance.full')}</Badge>;
  return format.number(limit - confirmed);
}
