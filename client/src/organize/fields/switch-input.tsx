import { useId } from 'react';
import styles from './fields.module.css';

interface Props {
  label: string;
  hint: string | undefined;
  name: string;
  value: boolean;
  onChange: (value: boolean) => void;
}

export function SwitchInput({ label, hint, name, value, onChange }: Props) {
  const id = useId();
  return (
    <div className={styles.switch}>
      <input id={id} type="checkbox" name={name} checked={value} aria-describedby={hint === undefined ? undefined : `${id}-hint`} onChange={(event) => onChange(event.target.checked)} />
      <span>
        <label htmlFor={id} className={styles.label}>
          {label}
        </label>
        {hint !== undefined && (
          <div id={`${id}-hint`} className={styles.hint}>
            {hint}
          </div>
        )}
      </span>
    </div>
  );
}
