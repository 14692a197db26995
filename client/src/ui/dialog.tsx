import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import styles from './dialog.module.css';
import { IconButton } from './icon-button.js';

interface Props {
  title: string;
  closeLabel: string;
  isOpen: boolean;
  onOpenChange: (open: boolean) => void;
  children: ReactNode;
  /** `dialog` in the middle, `wide` for a table; `drawer` along the foot of narrow screens and at the end side of wide ones. */
  shape?: 'dialog' | 'wide' | 'drawer';
  foot?: ReactNode;
}

/** Import it lazily: the overlay is heavy, and wanted by no one before the first press. */
export function Dialog({ title, closeLabel, isOpen, onOpenChange, children, shape = 'dialog', foot }: Props) {
  return (
    <ModalOverlay className={`${styles.overlay} ${styles[shape]}`} isOpen={isOpen} onOpenChange={onOpenChange} isDismissable>
      <Modal className={styles.modal}>
        <AriaDialog className={styles.dialog}>
          <header className={styles.head}>
            <Heading slot="title" className={styles.title}>
              {title}
            </Heading>
            <IconButton icon="close" label={closeLabel} onPress={() => onOpenChange(false)} />
          </header>
          <div className={styles.body}>{children}</div>
          {foot !== undefined && <footer className={styles.foot}>{foot}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
