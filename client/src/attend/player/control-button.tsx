import { Button, type ButtonProps } from 'react-aria-components/Button';
import styles from './control-button.module.css';
import { PlayerIcon, type PlayerIconName } from './player-icon.js';

interface Props extends Pick<ButtonProps, 'onPress' | 'isDisabled' | 'aria-expanded' | 'aria-controls'> {
  icon: PlayerIconName;
  /** What it does. */
  label: string;
  /** The key that does the same, as `aria-keyshortcuts` wants it: `k`. */
  shortcut?: string;
  /** Whether it is on, for one that switches something. */
  pressed?: boolean;
  /** Left out where there is little room: there is another way to the same. */
  roomy?: boolean;
}

/** A button of the player's bar, large enough for any finger. */
export function ControlButton({ icon, label, shortcut, pressed, roomy = false, ...props }: Props) {
  const title = shortcut === undefined ? label : `${label} (${shortcut})`;
  return (
    <Button
      {...props}
      aria-label={label}
      aria-pressed={pressed}
      className={`${styles.button} ${roomy ? styles.roomy : ''}`}
      render={(element) => <button {...element} title={title} aria-keyshortcuts={shortcut} />}
    >
      <PlayerIcon name={icon} />
    </Button>
  );
}
