import type { ReactNode } from 'react';
import styles from './badge.module.css';
import { Icon, type IconName } from './icon.js';

export type Tone = 'neutral' | 'accent' | 'ok' | 'warn' | 'bad' | 'live' | 'changed';

interface Props {
  children: ReactNode;
  tone?: Tone;
  icon?: IconName;
}

export function Badge({ children, tone = 'neutral', icon }: Props) {
  return (
    <span className={`${styles.badge} ${styles[tone]}`}>
      {icon !== undefined && <Icon name={icon} size={0.875} />}
      <span>{children}</span>
    </span>
  );
}
