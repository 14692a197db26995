import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { ButtonLook } from './button.js';
import styles from './button.module.css';
import { Icon, type IconName } from './icon.js';

interface Props {
  href: string;
  children: ReactNode;
  icon?: IconName;
  look?: ButtonLook;
  /** Where it leads out of the pages: to a file, another program, another site. */
  outside?: boolean;
  /** The file's name, where what it leads to is to be saved and not opened. */
  download?: string;
}

/** A link that looks like a button: it goes somewhere, and may be opened in a new tab. */
export function LinkButton({ href, children, icon, look = 'plain', outside = false, download }: Props) {
  const className = `${styles.button} ${styles[look]}`;
  const inside = (
    <>
      {icon !== undefined && <Icon name={icon} size={1.125} />}
      <span className={styles.words}>{children}</span>
    </>
  );
  return outside || download !== undefined ? (
    <a href={href} download={download} rel="noopener noreferrer" className={className}>
      {inside}
    </a>
  ) : (
    <Link to={href} className={className}>
      {inside}
    </Link>
  );
}
