import { useId, type ReactNode } from 'react';
import fields from '../../fields/fields.module.css';
import { useFormat } from '../../../ui/use-format.js';
import { readMinutes } from './travel-changes.js';
import own from './travel.module.css';

interface Props {
  label: string;
  text: string;
  error: string | undefined;
  onChange: (text: string) => void;
  /** Beside it: what is known of its state. */
  children: ReactNode;
}

/** A time of one's own in a row of the table, with what is wrong with it; in hours where it is long. Up and down lead to the rows above and below. */
export function MinutesInput({ label, text, error, onChange, children }: Props) {
  const format = useFormat();
  const errorId = useId();
  const minutes = readMinutes(text);
  return (
    <span className={own.minutes}>
      <input
        className={`${fields.input} ${own.input}`} value={text} inputMode="numeric" autoComplete="off" maxLength={8} aria-label={label}
        aria-invalid={error !== undefined} aria-describedby={error === undefined ? undefined : errorId}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
          if (by === 0) return;
          event.preventDefault();
          const inputs = [...(event.currentTarget.closest('table')?.querySelectorAll<HTMLInputElement>('input') ?? [])];
          inputs[inputs.indexOf(event.currentTarget) + by]?.focus();
        }}
      />
      {typeof minutes === 'number' && minutes >= 60 && <span className={own.faint}>{format.duration(minutes)}</span>}
      {children}
      {error !== undefined && <span id={errorId} className={own.error}>{error}</span>}
    </span>
  );
}
