import { lazy, Suspense, useRef, useState } from 'react';
import { Button } from './button.js';
import type { MultiSelectPopoverProps } from './multi-select-popover.js';
import styles from './multi-select.module.css';
import { useFormat } from './use-format.js';

// the list and its popover are most of the weight, and wanted by no one before the first press
const MultiSelectPopover = lazy(async () => ({ default: (await import('./multi-select-popover.js')).MultiSelectPopover }));

type Props = Omit<MultiSelectPopoverProps, 'triggerRef' | 'isOpen' | 'onOpenChange'>;

/** A filter: a chip that opens a list to tick, with a search above it where the list is long. */
export function MultiSelect(props: Props) {
  const { label, options, selected } = props;
  const trigger = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const format = useFormat();
  const [only] = selected.size === 1 ? options.filter((option) => selected.has(option.key)) : [];
  return (
    <div className={styles.select} data-active={selected.size > 0 || undefined}>
      <Button ref={trigger} opens aria-haspopup="dialog" aria-expanded={open} onPress={() => setOpen(true)} isDisabled={options.length === 0}>
        {only !== undefined ? (
          <span className={styles.only}>{only.label}</span>
        ) : (
          <>
            {label}
            {selected.size > 0 && <span className={styles.count}>{format.number(selected.size)}</span>}
          </>
        )}
      </Button>
      {open && (
        <Suspense>
          <MultiSelectPopover {...props} triggerRef={trigger} isOpen={open} onOpenChange={setOpen} />
        </Suspense>
      )}
    </div>
  );
}
