import { useState, type SyntheticEvent } from 'react';
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextField } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import { holdsRole, useMe } from '../account/use-me.js';
import { storedValue } from '../app/stored-value.js';
import { attendanceQueries } from '../attend/registration/attendance-requests.js';
import { NotRead } from '../attend/registration/not-read.js';
import { PlaceRadios } from '../attend/registration/place-radios.js';
import fields from '../attend/registration/registration.module.css';
import { Button } from '../ui/button.js';
import { LinkButton } from '../ui/link-button.js';
import { Skeleton } from '../ui/skeleton.js';
import { useFormat } from '../ui/use-format.js';
import { attendanceFile, readAttendance, readMyVenues } from './door-requests.js';
import type { Door } from './door-store.js';
import styles from './door.module.css';

interface Props {
  slug: string;
  onChoose: (door: Door) => void;
}

export function ChooseDoor(props: Props) {
  return (
    <QueryClientProvider client={attendanceQueries}>
      <Form {...props} />
    </QueryClientProvider>
  );
}

function Form({ slug, onChoose }: Props) {
  const { t } = useTranslation('door');
  const venues = useQuery({ queryKey: ['door-venues', slug], queryFn: () => readMyVenues(slug) });
  const attendance = useQuery({ queryKey: ['attendance', slug], queryFn: () => readAttendance(slug) });
  const me = useMe();
  const format = useFormat();
  const [chosen, choose] = useState<string | null>(null);
  const [device, setDevice] = useState('');
  if (venues.isError) return <NotRead error={venues.error} onRetry={() => void venues.refetch()} />;
  if (venues.isPending) return <Skeleton height="14rem" />;
  // who stood here before stands there again, or near it
  const last = venues.data.find(({ id }) => id === storedValue(`meridian.door-last.${slug}`).read());
  const venueId = chosen ?? last?.id ?? (venues.data.length === 1 ? venues.data[0]?.id : null) ?? null;
  const countsOf = (id: string): string | undefined => {
    const counts = attendance.data?.venues.find((one) => one.venueId === id);
    if (counts === undefined) return undefined;
    return t('counted', { came: format.number(counts.checkedIn), confirmed: format.number(counts.confirmed), waitlisted: format.number(counts.waitlisted) });
  };
  const open = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (venueId === null) return;
    storedValue(`meridian.door-last.${slug}`).write(venueId);
    onChoose({ slug, venueId, device: device.trim() });
  };
  return (
    <form className={fields.form} onSubmit={open}>
      <p className={styles.note}>{t('intro')}</p>
      <PlaceRadios
        label={t('choose')}
        places={venues.data}
        chosen={venueId}
        onChoose={choose}
        ownCity={last?.cityId ?? null}
        note={({ id }) => <span className={fields.note}>{countsOf(id)}</span>}
      />
      <TextField className={fields.field} value={device} onChange={setDevice} maxLength={60} autoComplete="off">
        <Label>{t('device')}</Label>
        <Input className={fields.input} />
        <Text slot="description" className={fields.note}>
          {t('deviceHint')}
        </Text>
      </TextField>
      <div className={fields.actions}>
        <Button type="submit" look="strong" isDisabled={venueId === null}>
          {t('start')}
        </Button>
        {holdsRole(me, ['administrator', 'organizer', 'city-host'], slug) && (
          <LinkButton icon="download" href={attendanceFile(slug)} download={`${slug}-attendance.csv`}>
            {t('file')}
          </LinkButton>
        )}
      </div>
    </form>
  );
}
