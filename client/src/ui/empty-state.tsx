import type { ReactNode } from 'react';
import styles from './empty-state.module.css';
import { Icon, type IconName } from './icon.js';

interface Props {
  icon: IconName;
  title: string;
  children?: ReactNode;
  /** What to do about it: buttons. */
  actions?: ReactNode;
  /** `h1` where it is all that the page has. */
  heading?: 'h1' | 'h2' | 'h3';
}

export function EmptyState({ icon, title, children, actions, heading: Heading = 'h2' }: Props) {
  return (
    <div className={styles.empty}>
      <span className={styles.icon}>
        <Icon name={icon} size={2} />
      </span>
      <Heading className={styles.title}>{title}</Heading>
      {children !== undefined && <div className={styles.words}>{children}</div>}
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
