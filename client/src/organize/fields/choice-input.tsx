import { useId } from 'react';
import { describedBy, FieldFrame } from './field-frame.js';
import type { ChoiceField } from './field-spec.js';
import styles from './fields.module.css';

interface Props {
  field: ChoiceField;
  value: string | null;
  error: string | undefined;
  onChange: (value: string | null) => void;
}

/** One of a few. The device's own list: it is known to everyone's keyboard, thumb and screen reader. */
export function ChoiceInput({ field, value, error, onChange }: Props) {
  const id = useId();
  return (
    <FieldFrame id={id} label={field.label} hint={field.hint} error={error} isOptional={field.optional === true}>
      <select
        id={id}
        name={field.name}
        className={styles.input}
        value={value ?? ''}
        aria-invalid={error !== undefined}
        aria-describedby={describedBy(id, field.hint, error)}
        onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      >
        {(field.empty !== undefined || value === null) && <option value="">{field.empty ?? ''}</option>}
        {field.choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
