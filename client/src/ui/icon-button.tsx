import type { Ref } from 'react';
import { Button, type ButtonProps } from 'react-aria-components/Button';
import { Icon, type IconName } from './icon.js';
import styles from './icon-button.module.css';

interface Props extends Omit<ButtonProps, 'className' | 'style' | 'children' | 'aria-label'> {
  icon: IconName;
  /** What it does, for those who do not see the icon, and as its title for those who wonder. */
  label: string;
  filled?: boolean;
  back?: boolean;
  /** Whether it is on, for one that switches something. */
  pressed?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

export function IconButton({ icon, label, filled = false, back = false, pressed, ...props }: Props) {
  return (
    <Button
      {...props}
      aria-label={label}
      aria-pressed={pressed}
      className={`${styles.button} ${pressed === true ? styles.pressed : ''}`}
      render={(element) => <button {...element} title={label} />}
    >
      <Icon name={icon} filled={filled} back={back} />
    </Button>
  );
}
