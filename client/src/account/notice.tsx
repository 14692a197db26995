import type { ReactNode } from 'react';
import { Icon } from '../ui/icon.js';
import styles from './notice.module.css';

interface Props {
  tone: 'bad' | 'warn' | 'ok';
  children: ReactNode;
}

/** A word about what just happened or what is missing, said at once to those who listen. */
export function Notice({ tone, children }: Props) {
  return (
    <div role={tone === 'bad' ? 'alert' : 'status'} className={`${styles.notice} ${styles[tone]}`}>
      <Icon name={tone === 'ok' ? 'check' : 'alert'} />
      <div>{children}</div>
    </div>
  );
}
