import type { RefObject } from 'react';
import { Menu, MenuItem } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Icon, type IconName } from './icon.js';
import styles from './menu-popover.module.css';

export interface MenuOption<K extends string> {
  key: K;
  label: string;
  icon?: IconName;
  /** The label's language, where it is not the page's. */
  lang?: string;
}

interface Props {
  label: string;
  options: readonly MenuOption<string>[];
  value: string;
  onChange: (key: string) => void;
  triggerRef: RefObject<HTMLElement | null>;
  isOpen: boolean;
  onOpenChange: (open: boolean) => void;
}

export function MenuPopover({ label, options, value, onChange, triggerRef, isOpen, onOpenChange }: Props) {
  return (
    // a popover that holds no dialog is one itself, and wants a name
    <Popover aria-label={label} className={styles.popover} triggerRef={triggerRef} isOpen={isOpen} onOpenChange={onOpenChange} placement="bottom end">
      <Menu
        aria-label={label}
        className={styles.menu}
        autoFocus="first"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[value]}
        onClose={() => onOpenChange(false)}
        onAction={(key) => onChange(String(key))}
      >
        {options.map((option) => (
          <MenuItem key={option.key} id={option.key} textValue={option.label} className={styles.item}>
            {({ isSelected }) => (
              <>
                {option.icon !== undefined && <Icon name={option.icon} size={1.125} />}
                <span className={styles.label} lang={option.lang}>
                  {option.label}
                </span>
                {isSelected && <Icon name="check" size={1} />}
              </>
            )}
          </MenuItem>
        ))}
      </Menu>
    </Popover>
  );
}
