import { useMemo, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { ComboBox } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Text } from 'react-aria-components/Text';
import { foldText } from '../../ui/fold-text.js';
import { Icon } from '../../ui/icon.js';
import { FieldLabel } from './field-label.js';
import styles from './fields.module.css';

export interface SearchOption {
  value: string;
  label: string;
  /** Smaller, at the end of the line; searched too. */
  note: string;
}

interface Props {
  label: string;
  hint: string | undefined;
  name: string;
  options: readonly SearchOption[];
  value: string | null;
  error: string | undefined;
  onChange: (value: string | null) => void;
  /** What the button that opens the list is called. */
  openLabel: string;
  isOptional?: boolean;
  autoFocus?: boolean;
}

/** Rows that are shown at once: whoever does not find theirs types another letter. */
const MOST = 60;

/** One of many, found by typing a part of its name. */
export function SearchInput({ label, hint, name, options, value, error, onChange, openLabel, isOptional = false, autoFocus = false }: Props) {
  const chosen = options.find((option) => option.value === value);
  const [text, setText] = useState(chosen?.label ?? value ?? '');
  const shown = useMemo(() => {
    // what stands there because it was chosen is no search
    const wanted = text === chosen?.label ? '' : foldText(text);
    return options.filter((option) => foldText(`${option.label} ${option.note} ${option.value}`).includes(wanted)).slice(0, MOST);
  }, [options, text, chosen]);
  return (
    <ComboBox
      className={styles.field}
      name={name}
      autoFocus={autoFocus}
      items={shown}
      inputValue={text}
      onInputChange={(next) => {
        setText(next);
        if (next === '') onChange(null);
      }}
      value={value}
      onChange={(key) => {
        if (key === null) return;
        onChange(String(key));
        setText(options.find((option) => option.value === key)?.label ?? String(key));
      }}
      isInvalid={error !== undefined}
      menuTrigger="input"
      allowsEmptyCollection
    >
      <Label className={styles.label}>
        <FieldLabel isOptional={isOptional}>{label}</FieldLabel>
      </Label>
      <div className={styles.combo}>
        <Input className={styles.input} />
        <Button className={styles.opener} aria-label={openLabel}>
          <Icon name="down" size={1} />
        </Button>
      </div>
      {hint !== undefined && (
        <Text slot="description" className={styles.hint}>
          {hint}
        </Text>
      )}
      {error !== undefined && (
        <Text slot="errorMessage" className={styles.error}>
          {error}
        </Text>
      )}
      <Popover className={styles.popover}>
        <ListBox<SearchOption> className={styles.options}>
          {(option) => (
            <ListBoxItem id={option.value} textValue={option.label} className={styles.option}>
              <span>{option.label}</span>
              <span className={styles.note} dir="ltr">
                {option.note}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
