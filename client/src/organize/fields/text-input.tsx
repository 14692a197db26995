import { useId } from 'react';
import { describedBy, FieldFrame } from './field-frame.js';
import { textOf, type FieldValue, type TypedField } from './field-spec.js';
import styles from './fields.module.css';

interface Props {
  field: TypedField;
  value: FieldValue;
  error: string | undefined;
  onChange: (value: FieldValue) => void;
}

const TYPES: Partial<Record<TypedField['kind'], string>> = { email: 'email', number: 'number', url: 'url' };
/** Written from left to right in every language. */
const LATIN: ReadonlySet<TypedField['kind']> = new Set(['email', 'colour', 'url']);

/** A field that is typed. Numbers and lists are read from what stands there; an empty optional one is null. */
export function TextInput({ field, value, error, onChange }: Props) {
  const id = useId();
  const shared = {
    id, className: styles.input, 'aria-invalid': error !== undefined, 'aria-describedby': describedBy(id, field.hint, error),
    name: field.name, dir: LATIN.has(field.kind) ? ('ltr' as const) : ('auto' as const),
  };
  const text = Array.isArray(value) ? value.join(', ') : textOf(value);
  return (
    <FieldFrame id={id} label={field.label} hint={field.hint} error={error} isOptional={field.optional === true}>
      {field.kind === 'lines' ? (
        <textarea {...shared} rows={field.rows ?? 3} value={text} onChange={(event) => onChange(event.target.value)} />
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
    </FieldFrame>
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
    case 'url':
      return text.trim() === '' ? null : text.trim();
    default:
      return text;
  }
}
