import { useState, type FormEvent } from 'react';
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { Text } from 'react-aria-components/Text';
import { TextField } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import { attendanceQueries } from '../attend/registration/attendance-requests.js';
import { NotRead } from '../attend/registration/not-read.js';
import fields from '../attend/registration/registration.module.css';
import { useLiveAgenda } from '../live/live-agenda.js';
import { Button } from '../ui/button.js';
import { Skeleton } from '../ui/skeleton.js';
import { readMyVenues } from './door-requests.js';
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
  const { agenda } = useLiveAgenda();
  const venues = useQuery({ queryKey: ['door-venues', slug], queryFn: () => readMyVenues(slug) });
  const [chosen, choose] = useState<string | null>(null);
  const [device, setDevice] = useState('');
  if (venues.isError) return <NotRead error={venues.error} onRetry={() => void venues.refetch()} />;
  if (venues.isPending) return <Skeleton height="14rem" />;
  const venueId = chosen ?? (venues.data.length === 1 ? venues.data[0]?.id : null) ?? null;
  const open = (event: FormEvent): void => {
    event.preventDefault();
    if (venueId !== null) onChoose({ slug, venueId, device: device.trim() });
  };
  return (
    <form className={fields.form} onSubmit={open}>
      <p className={styles.note}>{t('intro')}</p>
      <RadioGroup className={fields.choices} value={venueId} onChange={choose}>
        <Label className={fields.heading}>{t('choose')}</Label>
        {venues.data.map((venue) => (
          <Radio key={venue.id} value={venue.id} className={fields.choice}>
            <span className={fields.dot} aria-hidden="true" />
            <span className={fields.place} dir="auto">
              {venue.name}
              <span className={fields.note}>{agenda.cities[venue.cityId]?.name}</span>
            </span>
          </Radio>
        ))}
      </RadioGroup>
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
      </div>
    </form>
  );
}
