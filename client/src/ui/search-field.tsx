import type { Ref } from 'react';
import { Button } from 'react-aria-components/Button';
import { Input } from 'react-aria-components/Input';
import { SearchField as AriaSearchField } from 'react-aria-components/SearchField';
import { Icon } from './icon.js';
import styles from './search-field.module.css';

interface Props {
  label: string;
  placeholder?: string;
  /** The label of the button that empties the field. */
  clearLabel: string;
  value: string;
  onChange: (text: string) => void;
  onFocus?: () => void;
  inputRef?: Ref<HTMLInputElement>;
}

export function SearchField({ label, placeholder, clearLabel, value, onChange, onFocus, inputRef }: Props) {
  return (
    <AriaSearchField aria-label={label} className={styles.field} value={value} onChange={onChange} onFocus={onFocus}>
      <Icon name="search" size={1.125} />
      <Input ref={inputRef} className={styles.input} placeholder={placeholder} maxLength={200} />
      <Button className={styles.clear} aria-label={clearLabel}>
        <Icon name="close" size={1} />
      </Button>
    </AriaSearchField>
  );
}
