import { lazy, Suspense, useRef, useState } from 'react';
import { Button } from './button.js';
import type { IconName } from './icon.js';
import { IconButton } from './icon-button.js';
import type { MenuOption } from './menu-popover.js';

// wanted by no one before the first press
const MenuPopover = lazy(async () => ({ default: (await import('./menu-popover.js')).MenuPopover }));

interface Props<K extends string> {
  label: string;
  icon: IconName;
  /** Stands beside the icon; with the icon alone, the label is heard and shown as its title. */
  words?: string;
  options: readonly MenuOption<K>[];
  value: K;
  onChange: (key: K) => void;
}

/** A button that opens a short list to choose one of. */
export function MenuButton<K extends string>({ label, icon, words, options, value, onChange }: Props<K>) {
  const trigger = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const shared = { ref: trigger, icon, 'aria-haspopup': 'menu', 'aria-expanded': open, onPress: () => setOpen(true) } as const;
  return (
    <>
      {words === undefined ? (
        <IconButton {...shared} label={label} />
      ) : (
        <Button {...shared} look="quiet" aria-label={`${label}: ${words}`}>
          {words}
        </Button>
      )}
      {open && (
        <Suspense>
          <MenuPopover
            label={label}
            options={options}
            value={value}
            onChange={(key) => {
              const chosen = options.find((option) => option.key === key);
              if (chosen !== undefined) onChange(chosen.key);
            }}
            triggerRef={trigger}
            isOpen={open}
            onOpenChange={setOpen}
          />
        </Suspense>
      )}
    </>
  );
}
