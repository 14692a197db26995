import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldError, RequestRefused } from '../account/ask-api.js';
import { Button } from '../ui/button.js';
import type { FieldSpec, FormValues } from './fields/field-spec.js';
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

/** A form whose rules are the server's: it is sent as it is, and what is refused is said beside the field. */
export function RequestForm({ fields, initial, submitLabel, onSubmit, onCancel }: Props) {
  const { t } = useTranslation('organize');
  const [values, setValues] = useState(initial);
  const [refused, setRefused] = useState<unknown>(null);
  const [isSending, setSending] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const shown = fields(values);

  async function send(): Promise<void> {
    setSending(true);
    setRefused(null);
    try {
      // a field that is not shown is not meant
      await onSubmit(Object.fromEntries(shown.map(({ name }) => [name, values[name] ?? null])));
    } catch (error) {
      setRefused(error);
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
    } finally {
      setSending(false);
    }
  }

  const beside = shown.some(({ name }) => fieldError(refused, `/${name}`) !== undefined);
  return (
    <form
      ref={form}
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
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
          error={fieldError(refused, `/${field.name}`)}
          onChange={(value) => setValues((held) => ({ ...held, [field.name]: value }))}
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
