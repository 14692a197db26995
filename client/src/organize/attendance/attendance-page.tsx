import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { usePageTitle } from '../../app/use-page-title.js';
import { attendanceFile } from '../../door/door-requests.js';
import { LinkButton } from '../../ui/link-button.js';
import { Loaded } from '../loaded.js';
import styles from '../organize.module.css';
import type { VenueRow } from '../place/venue-fields.js';
import { useRows } from '../rows.js';
import { useOrganize } from '../use-organize.js';
import { readCounts } from './attendance-requests.js';
import { AttendeeList } from './attendee-list.js';
import { RegistrationSwitch } from './registration-switch.js';
import { VenueCounts } from './venue-counts.js';

/** How many come where, and who: for organizers, and for a city host as far as their city goes. */
export default function AttendancePage() {
  const { t } = useTranslation('organize');
  const { slug, isOrganizer } = useOrganize();
  usePageTitle(t('nav.attendance'));
  const venues = useRows<VenueRow>(slug, 'venues');
  const counts = useQuery({ queryKey: ['organize', slug, 'attendance'], queryFn: async () => await readCounts(slug), refetchInterval: 30_000 });
  return (
    <>
      <div className={styles.head}>
        <h1>{t('nav.attendance')}</h1>
        <div className={styles.buttons}>
          <LinkButton icon="download" href={attendanceFile(slug)} download={`${slug}-attendance.csv`}>
            {t('attendance.file')}
          </LinkButton>
        </div>
      </div>
      {isOrganizer && <RegistrationSwitch slug={slug} />}
      <Loaded queries={[venues, counts]}>
        {() => (
          <>
            <VenueCounts slug={slug} venues={venues.data ?? []} counts={counts.data?.venues ?? []} />
            <AttendeeList slug={slug} venues={venues.data ?? []} withRemote={isOrganizer} />
          </>
        )}
      </Loaded>
    </>
  );
}
