import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoomDetails, Uplink } from '@contract/place.js';
import { Button } from '../../ui/button.js';
import { useFormat } from '../../ui/use-format.js';
import { bringIntoView } from '../bring-into-view.js';
import { textOf, type FieldSpec, type FormValues } from '../fields/field-spec.js';
import { FormDialog } from '../form-dialog.js';
import styles from '../organize.module.css';
import { RowList } from '../row-list.js';
import { useRowWrites, type RowWrites } from '../rows.js';
import { useOrganize } from '../use-organize.js';
import { OpeningHoursInShort } from './opening-hours-in-short.js';
import { UplinkList } from './uplink-list.js';
import { BLANK_VENUE, useVenueFields, type VenueRow } from './venue-fields.js';

interface Props {
  venue: VenueRow;
  /** IANA name of the city's zone. */
  zone: string;
  writes: RowWrites<VenueRow>;
  rooms: readonly RoomDetails[];
  uplinks: readonly Uplink[];
  /** It was just added: it is brought into view and has the focus. */
  isFresh: boolean;
}

const BLANK_ROOM: FormValues = { name: '', capacity: null, equipment: [], changeoverMinutes: 0, shared: false, position: 0, openingHours: [] };

/** A venue with its rooms and uplinks. */
export function VenueCard({ venue, zone, writes, rooms, uplinks, isFresh }: Props) {
  const { t } = useTranslation('organize');
  const { slug } = useOrganize();
  const format = useFormat();
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isFresh) bringIntoView(card.current);
  }, [isFresh]);
  const [isEdited, setEdited] = useState(false);
  const roomWrites = useRowWrites<RoomDetails>(slug, 'rooms');
  const fields = useVenueFields();
  const values = Object.fromEntries(Object.keys(BLANK_VENUE).map((name) => [name, venue[name as keyof VenueRow]]));
  const facts = [venue.address, venue.capacity === null ? '' : t('venue.holds', { count: venue.capacity, formatted: format.number(venue.capacity) })].filter((fact) => fact !== '');
  const roomFields: FieldSpec[] = [
    { kind: 'text', name: 'name', label: t('room.name') },
    { kind: 'number', name: 'capacity', label: t('room.capacity'), optional: true, min: 0 },
    { kind: 'list', name: 'equipment', label: t('room.equipment'), hint: t('room.equipmentHint'), optional: true },
    { kind: 'number', name: 'changeoverMinutes', label: t('room.changeover'), hint: t('room.changeoverHint'), min: 0, max: 240 },
    { kind: 'hours', name: 'openingHours', label: t('room.hours'), optional: true, zone },
    { kind: 'switch', name: 'shared', label: t('room.shared'), hint: t('room.sharedHint') },
    { kind: 'number', name: 'position', label: t('city.order'), min: 0 },
  ];
  return (
    <article ref={card} className={styles.venue} aria-label={venue.name} tabIndex={-1} data-fresh={isFresh || undefined}>
      <div className={styles.head}>
        <h2 dir="auto">{venue.name}</h2>
        <div className={styles.buttons}>
          <Button look="quiet" aria-label={t('form.changeNamed', { name: venue.name })} onPress={() => setEdited(true)}>
            {t('form.change')}
          </Button>
          <Button look="quiet" aria-label={t('form.removeNamed', { name: venue.name })} onPress={() => void writes.remove(venue, { ...values, cityId: venue.cityId }, venue.name)}>
            {t('form.remove')}
          </Button>
        </div>
      </div>
      {facts.length > 0 && <p className={styles.facts}>{facts.join(' · ')}</p>}
      <RowList
        title={t('room.all')}
        heading="h3"
        rows={rooms}
        columns={[
          { label: t('room.name'), cell: (room) => room.name },
          { label: t('room.capacity'), cell: (room) => (room.capacity === null ? '–' : format.number(room.capacity)) },
          { label: t('room.equipment'), cell: (room) => (room.equipment.length === 0 ? '–' : format.list(room.equipment)) },
          { label: t('room.hours'), cell: (room) => <OpeningHoursInShort hours={room.openingHours} zone={zone} /> },
        ]}
        nameOf={(room) => room.name}
        writes={roomWrites}
        canWrite
        addLabel={t('room.add')}
        emptyText={t('room.none')}
        fields={roomFields}
        blank={BLANK_ROOM}
        fixed={{ venueId: venue.id }}
      />
      <UplinkList slug={slug} venueId={venue.id} zone={zone} uplinks={uplinks} />
      {isEdited && (
        <FormDialog
          title={venue.name}
          fields={() => fields}
          initial={values}
          submitLabel={t('form.save')}
          onClose={() => setEdited(false)}
          onSubmit={async (given) => await writes.change(venue, given, textOf(given['name']))}
        />
      )}
    </article>
  );
}
