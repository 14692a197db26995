import styles from './panels.module.css';

interface Props {
  label: string;
  value: string;
  options: readonly { key: string; label: string }[];
  onChange: (key: string) => void;
}

/** The browser's own list under a label: quick, and at home on a phone. */
export function Select({ label, value, options, onChange }: Props) {
  return (
    <label className={styles.select}>
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map(({ key, label: words }) => <option key={key} value={key}>{words}</option>)}
      </select>
    </label>
  );
}
