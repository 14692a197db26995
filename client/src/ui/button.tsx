import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import styles from './button.module.css';
import { Icon, type IconName } from './icon.js';

export type ButtonLook = 'plain' | 'strong' | 'quiet';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  children: ReactNode;
  icon?: IconName;
  look?: ButtonLook;
  /** Shows that it opens something below it. */
  opens?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

export function Button({ children, icon, look = 'plain', opens = false, ...props }: ButtonProps) {
  return (
    <AriaButton {...props} className={`${styles.button} ${styles[look]}`}>
      {icon !== undefined && <Icon name={icon} size={1.125} />}
      <span className={styles.words}>{children}</span>
      {opens && <Icon name="down" size={1} />}
    </AriaButton>
  );
}
