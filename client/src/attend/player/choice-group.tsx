import { useId } from 'react';
import styles from './choice-group.module.css';

export interface ChoiceOption<K extends string> {
  key: K;
  label: string;
  hint?: string;
}

interface Props<K extends string> {
  label: string;
  options: readonly ChoiceOption<K>[];
  value: K;
  onChange: (key: K) => void;
  /** Beside each other, where they are short. */
  inRow?: boolean;
}

/** One of a few, all of them seen. */
export function ChoiceGroup<K extends string>({ label, options, value, onChange, inRow = false }: Props<K>) {
  const name = useId();
  return (
    <fieldset className={`${styles.group} ${inRow ? styles.row : ''}`}>
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option.key} className={styles.option}>
          <input type="radio" name={name} value={option.key} checked={option.key === value} onChange={() => onChange(option.key)} />
          <span>
            {option.label}
            {option.hint !== undefined && <span className={styles.hint}>{option.hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
