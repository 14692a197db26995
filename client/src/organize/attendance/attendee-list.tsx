import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attendee } from '@contract/attendance.js';
import { useSettled } from '../../app/use-settled.js';
import { usePlaceName } from '../../attend/registration/use-place-name.js';
import { usePlaceZone } from '../../attend/registration/use-place-zone.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { SearchField } from '../../ui/search-field.js';
import { Skeleton } from '../../ui/skeleton.js';
import { Time } from '../../ui/time.js';
import { useFormat } from '../../ui/use-format.js';
import { DataTable } from '../data-table.js';
import shared from '../organize.module.css';
import type { VenueRow } from '../place/venue-fields.js';
import { readAttendees } from './attendance-requests.js';
import styles from './attendance.module.css';
import { PlaceSelect } from './place-select.js';
import { TicketActions } from './ticket-actions.js';

interface Props {
  slug: string;
  venues: readonly VenueRow[];
  /** Whether the reader sees who is remote. */
  withRemote: boolean;
}

/** Who is registered, by handle, a page after the other; found by a part of it or by a ticket's code. */
export function AttendeeList({ slug, venues, withRemote }: Props) {
  const { t } = useTranslation('organize');
  const format = useFormat();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState('');
  const q = useSettled(typed.trim(), 250);
  const query = useInfiniteQuery({
    queryKey: ['organize', slug, 'attendees', { q, at }],
    queryFn: async ({ pageParam }) => await readAttendees(slug, { q, at }, pageParam),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
  const people = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const total = query.data?.pages[0]?.total;
  return (
    <section className={shared.section} aria-label={t('attendance.people')}>
      <h2>{t('attendance.people')}</h2>
      <div className={styles.bar}>
        <SearchField label={t('attendance.search')} placeholder={t('attendance.search')} clearLabel={t('attendance.clear')} value={typed} onChange={setTyped} />
        <PlaceSelect venues={venues} withRemote={withRemote} value={at} onChange={setAt} />
        <p className={styles.note} role="status">
          {total !== undefined && t('attendance.found', { count: total, formatted: format.number(total) })}
        </p>
      </div>
      {query.isPending && <Skeleton height="12rem" />}
      {query.isError && (
        <EmptyState icon="alert" title={t('load.failed')} actions={<Button onPress={() => void query.refetch()}>{t('load.again')}</Button>}>
          {t('load.failedText')}
        </EmptyState>
      )}
      {query.isSuccess && people.length === 0 && <p className={shared.empty}>{t(q === '' && at === '' ? 'attendance.nobody' : 'attendance.nobodyFound')}</p>}
      {people.length > 0 && <People slug={slug} people={people} />}
      {query.hasNextPage && (
        <p>
          <Button isDisabled={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
            {t('attendance.more')}
          </Button>
        </p>
      )}
    </section>
  );
}

function People({ slug, people }: { slug: string; people: readonly Attendee[] }) {
  const { t } = useTranslation('organize');
  const nameOf = usePlaceName();
  const zoneOf = usePlaceZone();
  return (
    <DataTable
      label={t('attendance.people')}
      rows={people}
      columns={[
        { label: t('attendance.handle'), cell: ({ handle }) => <bdi>{handle}</bdi> },
        { label: t('attendance.place'), cell: ({ venueId }) => nameOf(venueId) },
        { label: t('attendance.state'), cell: (attendee) => <State attendee={attendee} zone={zoneOf(attendee.venueId)} /> },
        { label: t('attendance.code'), cell: ({ ticket }) => (ticket === null ? '–' : <code dir="ltr">{`${ticket.shortCode.slice(0, 4)} ${ticket.shortCode.slice(4)}`}</code>) },
      ]}
      actions={(attendee) => <TicketActions slug={slug} attendee={attendee} />}
    />
  );
}

function State({ attendee, zone }: { attendee: Attendee; zone: string }) {
  const { t } = useTranslation('organize');
  if (attendee.checkedInAt !== null) {
    return (
      <>
        <Badge tone="ok" icon="check">
          {t('attendance.states.checkedIn')}
        </Badge>{' '}
        <Time instant={Date.parse(attendee.checkedInAt)} zone={zone} withDay />
      </>
    );
  }
  if (attendee.state === 'waitlisted') return <Badge icon="clock">{t('attendance.states.waitlisted')}</Badge>;
  if (attendee.ticket === null) return <Badge tone="warn" icon="alert">{t('attendance.states.revoked')}</Badge>;
  return <Badge tone="accent">{t('attendance.states.confirmed')}</Badge>;
}
