import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { Icon, type IconName } from './icon.js';
import styles from './toggle-group.module.css';

export interface ToggleOption<K extends string> {
  key: K;
  label: string;
  icon?: IconName;
}

interface Props<K extends string> {
  label: string;
  options: readonly ToggleOption<K>[];
  value: K;
  onChange: (key: K) => void;
}

/** A segmented control: exactly one of a few is on. */
export function ToggleGroup<K extends string>({ label, options, value, onChange }: Props<K>) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      className={styles.group}
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = options.find((option) => keys.has(option.key));
        if (chosen !== undefined) onChange(chosen.key);
      }}
    >
      {options.map((option) => (
        <ToggleButton key={option.key} id={option.key} className={styles.option}>
          {option.icon !== undefined && <Icon name={option.icon} size={1.125} />}
          <span className={styles.label}>{option.label}</span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
