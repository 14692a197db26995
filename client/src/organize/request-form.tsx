import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldError, RequestRefused } from '../account/ask-api.js';
import { Button } from '../ui/button.js';
import { isMissing, type FieldSpec, type FormValues } from './fields/field-spec.js';
import { FormField } from './fields/form-field.js';
import styles from './form-dialog.module.css';

interface Props {
  /** May depend on what was given so far: a host's form asks for a city. */
  fields: (values: FormValues) => readonly FieldSpec[];
  initial: FormValues;
  submitLabel: string;
  /** @throws RequestRefused, which is shown beside the fields that it names */
  onSubmit: (values: FormValues) => Promise<void>;
  onCancel?: () => void;
}

/** A form whose rules are the server's: what it refuses is said beside the field. That something stands in each field is asked here, of all at once. */
export function RequestForm({ fields, initial, submitLabel, onSubmit, onCancel }: Props) {
  const { t } = useTranslation('organize');
  const [values, setValues] = useState(initial);
  const [refused, setRefused] = useState<unknown>(null);
  const [missing, setMissing] = useState<ReadonlySet<string>>(new Set());
  /** How often something was wrong: each time the focus goes to the first field that is. */
  const [faults, setFaults] = useState(0);
  const [isSending, setSending] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const shown = fields(values);

  async function send(): Promise<void> {
    setRefused(null);
    const empty = shown.filter((field) => isMissing(field, values[field.name] ?? null)).map(({ name }) => name);
    setMissing(new Set(empty));
    if (empty.length > 0) return setFaults(faults + 1);
    setSending(true);
    try {
      // a field that is not shown is not meant
      await onSubmit(Object.fromEntries(shown.map(({ name }) => [name, values[name] ?? null])));
    } catch (error) {
      setRefused(error);
      setFaults(faults + 1);
    } finally {
      setSending(false);
    }
  }

  useEffect(() => {
    if (faults > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [faults]);

  const errorOf = (name: string): string | undefined => (missing.has(name) ? t('form.required') : errorWithin(refused, name));
  const beside = shown.some(({ name }) => errorOf(name) !== undefined);
  return (
    <form
      ref={form}
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        // a form in a dialog over this one is within it for React, and is not this one
        event.stopPropagation();
        void send();
      }}
    >
      {refused !== null && !beside && (
        <p className={styles.alert} role="alert">
          {refused instanceof RequestRefused && refused.problem !== null ? refused.problem.detail : t('form.notSent')}
        </p>
      )}
      {shown.map((field) => (
        <FormField
          key={field.name}
          field={field}
          value={values[field.name] ?? null}
          error={errorOf(field.name)}
          onChange={(value) => {
            setValues((held) => ({ ...held, [field.name]: value }));
            setMissing((held) => new Set([...held].filter((name) => name !== field.name)));
          }}
        />
      ))}
      <div className={styles.actions}>
        {onCancel !== undefined && <Button onPress={onCancel}>{t('form.cancel')}</Button>}
        <Button look="strong" type="submit" isDisabled={isSending}>
          {submitLabel}
        </Button>
      </div>
    </form>
  );
}

/** What is wrong with a field, or with the first thing in it that is. */
function errorWithin(refused: unknown, name: string): string | undefined {
  const own = fieldError(refused, `/${name}`);
  if (own !== undefined || !(refused instanceof RequestRefused)) return own;
  return refused.problem?.errors?.find(({ path }) => path.startsWith(`/${name}/`))?.message;
}
