import type { ReactNode } from 'react';
import { Link } from 'react-aria-components';
import type { ButtonLook } from './button.js';
import styles from './button.module.css';
import { Icon, type IconName } from './icon.js';

interface Props {
  href: string;
  children: ReactNode;
  icon?: IconName;
  look?: ButtonLook;
  /** The file's name, where the link is to be saved and not opened. */
  download?: string;
}

/** A link that looks like a button: it goes somewhere, and may be opened in a new tab. */
export function LinkButton({ href, children, icon, look = 'plain', download }: Props) {
  return (
    <Link href={href} download={download} className={`${styles.button} ${styles[look]}`}>
      {icon !== undefined && <Icon name={icon} size={1.125} />}
      <span className={styles.words}>{children}</span>
    </Link>
  );
}
