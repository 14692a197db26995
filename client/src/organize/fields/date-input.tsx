import { parseDate } from '@internationalized/date';
import { DateField } from 'react-aria-components/DateField';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { FieldLabel } from './field-label.js';
import type { DateField as DateFieldSpec } from './field-spec.js';
import styles from './fields.module.css';
import { Segments } from './segments.js';

interface Props {
  field: DateFieldSpec;
  /** `2026-11-24`, or empty. */
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

/** A day, written in the reader's calendar and order. */
export function DateInput({ field, value, error, onChange }: Props) {
  return (
    <DateField
      className={styles.field}
      shouldForceLeadingZeros
      {...(value === '' ? {} : { defaultValue: parseDate(value) })}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      onChange={(date) => onChange(date === null ? '' : date.toString())}
    >
      <Label className={styles.label}>
        <FieldLabel isOptional={field.optional === true}>{field.label}</FieldLabel>
      </Label>
      <Segments />
      {field.hint !== undefined && (
        <Text slot="description" className={styles.hint}>
          {field.hint}
        </Text>
      )}
      {error !== undefined && (
        <Text slot="errorMessage" className={styles.error}>
          {error}
        </Text>
      )}
    </DateField>
  );
}
