import { parseDateTime } from '@internationalized/date';
import { DateField } from 'react-aria-components/DateField';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { useTranslation } from 'react-i18next';
import { Time } from '../../ui/time.js';
import { useFormat } from '../../ui/use-format.js';
import { FieldLabel } from './field-label.js';
import type { InstantField } from './field-spec.js';
import styles from './fields.module.css';
import { Segments } from './segments.js';
import { toInstant, toWallTime } from './wall-time.js';

interface Props {
  field: InstantField;
  /** An instant, or empty. */
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

/** A date and time on a zone's clocks, written as the reader's locale does, with the zone and the same in UTC beneath. */
export function InstantInput({ field, value, error, onChange }: Props) {
  const { t } = useTranslation('organize');
  const format = useFormat();
  const { zone } = field;
  const near = value === '' ? Date.now() : Date.parse(value);
  return (
    <DateField
      className={styles.field}
      granularity="minute"
      shouldForceLeadingZeros
      {...(value === '' ? {} : { defaultValue: parseDateTime(toWallTime(value, zone)) })}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      // to the minute, as the clocks of the zone are read
      onChange={(time) => onChange(time === null ? '' : toInstant(time.toString().slice(0, 16), zone))}
    >
      <Label className={styles.label}>
        <FieldLabel isOptional={field.optional === true}>{field.label}</FieldLabel>
      </Label>
      <Segments />
      <Text slot="description" className={styles.hint}>
        {t('booking.onClocksOf', { zone: `${zone.replaceAll('_', ' ')} (${format.zoneName(zone, near)})` })}
        {value !== '' && (
          <>
            {' · '}
            <Time instant={near} zone="UTC" withDay />
          </>
        )}
      </Text>
      {error !== undefined && (
        <Text slot="errorMessage" className={styles.error}>
          {error}
        </Text>
      )}
    </DateField>
  );
}
