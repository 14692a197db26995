import type { RefObject } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Dialog } from 'react-aria-components/Dialog';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { ListLayout, Virtualizer } from 'react-aria-components/Virtualizer';
import { Button } from './button.js';
import { foldText } from './fold-text.js';
import { Icon } from './icon.js';
import styles from './multi-select-popover.module.css';
import { SearchFieldInContext } from './search-field-in-context.js';

export interface SelectOption {
  key: string;
  label: string;
  /** Smaller, after the label. */
  note?: string;
  /** A colour swatch before the label. */
  colour?: string | null;
}

export interface MultiSelectPopoverProps {
  label: string;
  searchLabel: string;
  clearLabel: string;
  emptyLabel: string;
  options: readonly SelectOption[];
  selected: ReadonlySet<string>;
  onChange: (selected: ReadonlySet<string>) => void;
  triggerRef: RefObject<HTMLElement | null>;
  isOpen: boolean;
  onOpenChange: (open: boolean) => void;
}

const SEARCH_FROM = 8;
const ROWS_SHOWN = 7.5;
/** Pixels; the same in the style sheet. */
const ROW_HEIGHT = 40;

export function MultiSelectPopover(props: MultiSelectPopoverProps) {
  const { label, searchLabel, clearLabel, emptyLabel, options, selected, onChange, triggerRef, isOpen, onOpenChange } = props;
  const list = (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: ROW_HEIGHT }}>
      <ListBox
        aria-label={label}
        className={styles.list}
        style={{ blockSize: Math.min(options.length, ROWS_SHOWN) * ROW_HEIGHT }}
        items={options.map((option) => ({ ...option, id: option.key }))}
        selectionMode="multiple"
        // Escape is for closing; what was ticked stays
        escapeKeyBehavior="none"
        selectedKeys={selected}
        onSelectionChange={(keys) => onChange(keys === 'all' ? new Set(options.map((option) => option.key)) : new Set([...keys].map(String)))}
        renderEmptyState={() => <p className={styles.none}>{emptyLabel}</p>}
      >
        {(option) => (
          <ListBoxItem id={option.key} textValue={option.label} className={styles.option}>
            {({ isSelected }) => (
              <>
                <span className={styles.tick}>{isSelected && <Icon name="check" size={1} />}</span>
                {option.colour !== undefined && <Swatch colour={option.colour} />}
                <span className={styles.label}>{option.label}</span>
                {option.note !== undefined && <span className={styles.note}>{option.note}</span>}
              </>
            )}
          </ListBoxItem>
        )}
      </ListBox>
    </Virtualizer>
  );
  return (
    <Popover className={styles.popover} triggerRef={triggerRef} isOpen={isOpen} onOpenChange={onOpenChange} placement="bottom start">
      <Dialog className={styles.dialog} aria-label={label}>
        {options.length >= SEARCH_FROM ? (
          <Autocomplete filter={(text, input) => foldText(text).includes(foldText(input))}>
            <SearchFieldInContext label={searchLabel} clearLabel={clearLabel} />
            {list}
          </Autocomplete>
        ) : (
          list
        )}
        {selected.size > 0 && (
          <div className={styles.foot}>
            <Button look="quiet" onPress={() => onChange(new Set())}>
              {clearLabel}
            </Button>
          </div>
        )}
      </Dialog>
    </Popover>
  );
}

function Swatch({ colour }: { colour: string | null }) {
  return <span className={styles.swatch} style={{ background: colour ?? 'var(--line-strong)' }} />;
}
