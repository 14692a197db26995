import { parseTime } from '@internationalized/date';
import { Label } from 'react-aria-components/Label';
import { TimeField } from 'react-aria-components/TimeField';
import { useTranslation } from 'react-i18next';
import type { OpeningHours } from '@contract/opening-hours.js';
import { IconButton } from '../../ui/icon-button.js';
import { DateInput } from './date-input.js';
import shared from './fields.module.css';
import styles from './hours-input.module.css';
import { Segments } from './segments.js';
import { SwitchInput } from './switch-input.js';

interface Props {
  hours: OpeningHours;
  onChange: (hours: OpeningHours) => void;
  onRemove: () => void;
}

/** From when to when, every day or on one; such a one may be closed altogether. */
export function HoursRow({ hours, onChange, onRemove }: Props) {
  const { t } = useTranslation('organize');
  const isClosed = hours.opens === null;
  return (
    <li className={styles.row}>
      <div className={styles.day}>
        {hours.on === null ? <strong>{t('room.everyDay')}</strong> : <DateInput field={{ kind: 'date', name: 'on', label: t('room.day') }} value={hours.on} error={undefined} onChange={(on) => onChange({ ...hours, on })} />}
        <IconButton icon="close" label={t('room.removeHours')} onPress={onRemove} />
      </div>
      {hours.on !== null && (
        <SwitchInput
          label={t('room.closed')} hint={undefined} name="closed" value={isClosed}
          onChange={(closed) => onChange({ ...hours, ...(closed ? { opens: null, closes: null } : { opens: '09:00', closes: '18:00' }) })}
        />
      )}
      {!isClosed && (
        <div className={styles.times}>
          <WallTimeInput label={t('room.opens')} value={hours.opens ?? ''} onChange={(opens) => onChange({ ...hours, opens })} />
          <WallTimeInput label={t('room.closes')} value={hours.closes ?? ''} onChange={(closes) => onChange({ ...hours, closes })} />
        </div>
      )}
    </li>
  );
}

/** A time of the day. What is emptied is for the server to refuse. 24:00 is shown as the midnight that it is. */
function WallTimeInput({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  return (
    <TimeField
      className={shared.field}
      shouldForceLeadingZeros
      {...(value === '' ? {} : { defaultValue: parseTime(value === '24:00' ? '00:00' : value) })}
      onChange={(time) => onChange(time === null ? '' : time.toString().slice(0, 5))}
    >
      <Label className={shared.label}>{label}</Label>
      <Segments />
    </TimeField>
  );
}
