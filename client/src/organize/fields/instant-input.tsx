import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Time } from '../../ui/time.js';
import styles from './fields.module.css';
import { toInstant, toWallTime } from './wall-time.js';

interface Props {
  label: string;
  name: string;
  /** IANA name: typed on its clocks. */
  zone: string;
  /** An instant, or empty. */
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

/** A date and time in a city's zone, with the same in UTC beside it. */
export function InstantInput({ label, name, zone, value, error, onChange }: Props) {
  const { t } = useTranslation('organize');
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <input
        id={id}
        name={name}
        type="datetime-local"
        className={styles.input}
        defaultValue={toWallTime(value, zone)}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(toInstant(event.target.value, zone))}
      />
      <span id={`${id}-hint`} className={styles.hint}>
        {value === '' ? t('booking.onClocksOf', { zone }) : <Time instant={Date.parse(value)} zone="UTC" withDay />}
      </span>
      {error !== undefined && <span className={styles.error}>{error}</span>}
    </div>
  );
}
