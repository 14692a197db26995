import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import styles from './settings-panel.module.css';

interface Props {
  id: string;
  label: string;
  /** Groups of choices, beside each other where there is room. */
  children: ReactNode;
  /** What stands below them. */
  foot?: ReactNode;
  onClose: () => void;
}

/** Choices of a player, in its own frame, so that they are there in full screen too. What is chosen has the focus when it opens. */
export function PlayerPanel({ id, label, children, foot, onClose }: Props) {
  const { t } = useTranslation('player');
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const first = panel.current?.querySelector<HTMLElement>('input:checked, [aria-current]') ?? panel.current?.querySelector<HTMLElement>('button');
    // the picture stays where it is
    first?.focus({ preventScroll: true });
  }, [id, label]);
  return (
    <div ref={panel} id={id} role="group" aria-label={label} className={styles.panel}>
      <div className={styles.groups}>{children}</div>
      {foot}
      <Button onPress={onClose}>{t('done')}</Button>
    </div>
  );
}
