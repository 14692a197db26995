import type { ReactNode } from 'react';
import { FieldLabel } from './field-label.js';
import styles from './fields.module.css';

interface Props {
  id: string;
  label: string;
  hint: string | undefined;
  error: string | undefined;
  isOptional: boolean;
  children: ReactNode;
}

/** A field of the device's own with its label above, and what to know or what is wrong below. */
export function FieldFrame({ id, label, hint, error, isOptional, children }: Props) {
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        <FieldLabel isOptional={isOptional}>{label}</FieldLabel>
      </label>
      {children}
      {hint !== undefined && (
        <span id={`${id}-hint`} className={styles.hint}>
          {hint}
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

/** For `aria-describedby`. */
export const describedBy = (id: string, hint: string | undefined, error: string | undefined): string | undefined =>
  [hint === undefined ? null : `${id}-hint`, error === undefined ? null : `${id}-error`].filter((one) => one !== null).join(' ') || undefined;
