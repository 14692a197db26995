import { useId } from 'react';
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
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {field.label}
      </label>
      <select
        id={id}
        name={field.name}
        className={styles.input}
        value={value ?? ''}
        aria-invalid={error !== undefined}
        aria-describedby={error === undefined ? undefined : `${id}-error`}
        onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      >
        {(field.empty !== undefined || value === null) && <option value="">{field.empty ?? ''}</option>}
        {field.choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      {field.hint !== undefined && <span className={styles.hint}>{field.hint}</span>}
      {error !== undefined && (
        <span id={`${id}-error`} className={styles.error}>
          {error}
        </span>
      )}
    </div>
  );
}
