import { useId, type ReactNode } from 'react';
import styles from './change-drawer.module.css';

export interface Choice {
  key: string;
  words: ReactNode;
  facts: ReactNode;
}

/** One of several, each with what speaks for and against it. */
export function ChoiceList({ label, choices, value, onChoose }: { label: string; choices: readonly Choice[]; value: string | null; onChoose: (key: string) => void }) {
  const name = useId();
  return (
    <fieldset className={styles.choices}>
      <legend className={styles.legend}>{label}</legend>
      {choices.map(({ key, words, facts }) => (
        <label key={key} className={styles.choice}>
          <input type="radio" name={name} checked={value === key} onChange={() => onChoose(key)} />
          <span className={styles.choiceWords}>
            <span>{words}</span>
            <span className={styles.facts}>{facts}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
