import { Button } from 'react-aria-components/Button';
import { Input } from 'react-aria-components/Input';
import { SearchField } from 'react-aria-components/SearchField';
import { Icon } from './icon.js';
import styles from './search-field.module.css';

/** A search field whose value is held by the <Autocomplete> around it. */
export function SearchFieldInContext({ label, clearLabel }: { label: string; clearLabel: string }) {
  return (
    <SearchField aria-label={label} autoFocus className={styles.field}>
      <Icon name="search" size={1.125} />
      {/* the focus stays here while the arrow keys go through the list below: so it says what it is */}
      <Input className={styles.input} placeholder={label} role="combobox" aria-haspopup="listbox" aria-expanded />
      <Button className={styles.clear} aria-label={clearLabel}>
        <Icon name="close" size={1} />
      </Button>
    </SearchField>
  );
}
