import { useId } from 'react';
import type { FieldValue, TypedField } from './field-spec.js';
import styles from './fields.module.css';

interface Props {
  field: TypedField;
  value: FieldValue;
  error: string | undefined;
  onChange: (value: FieldValue) => void;
}

const TYPES: Partial<Record<TypedField['kind'], string>> = { date: 'date', email: 'email', number: 'number' };

/** A field that is typed. Numbers and lists are read from what stands there; an empty optional one is null. */
export function TextInput({ field, value, error, onChange }: Props) {
  const id = useId();
  const described = [field.hint === undefined ? null : `${id}-hint`, error === undefined ? null : `${id}-error`].filter(Boolean).join(' ');
  const shared = {
    id, className: styles.input, 'aria-invalid': error !== undefined, 'aria-describedby': described === '' ? undefined : described,
    name: field.name, dir: field.kind === 'email' || field.kind === 'colour' ? ('ltr' as const) : ('auto' as const),
  };
  const text = Array.isArray(value) ? value.join(', ') : String(value ?? '');
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {field.label}
      </label>
      {field.kind === 'lines' ? (
        <textarea {...shared} rows={3} value={text} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input
          {...shared}
          type={TYPES[field.kind] ?? 'text'}
          step={field.kind === 'number' ? (field.step ?? 1) : undefined}
          min={field.kind === 'number' ? field.min : undefined}
          max={field.kind === 'number' ? field.max : undefined}
          placeholder={field.kind === 'colour' ? '#1d5fa8' : undefined}
          autoComplete="off"
          {...(field.kind === 'list' ? { defaultValue: text } : { value: text })}
          onChange={(event) => onChange(read(field, event.target.value))}
        />
      )}
      {field.hint !== undefined && (
        <span id={`${id}-hint`} className={styles.hint}>
          {field.hint}
        </span>
      )}
      {error !== undefined && (
        <span id={`${id}-error`} className={styles.error}>
          {error}
        </span>
      )}
    </div>
  );
}

function read(field: TypedField, text: string): FieldValue {
  switch (field.kind) {
    case 'number':
      return text === '' ? (field.optional === true ? null : '') : Number(text);
    case 'list':
      return text.split(/[,،]/).map((item) => item.trim()).filter((item) => item !== '');
    case 'colour':
      return text === '' ? null : text;
    default:
      return text;
  }
}
