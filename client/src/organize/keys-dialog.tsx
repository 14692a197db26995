import type { CSSProperties, ReactNode } from 'react';
import { Dialog } from '../ui/dialog.js';
import styles from './keys-dialog.module.css';

interface Props {
  title: string;
  closeLabel: string;
  /** What stands above. */
  children?: ReactNode;
  /** Width of the column of keys, as in CSS. */
  column: string;
  rows: readonly { id: string; keys: string; does: string }[];
  onClose: () => void;
}

/** What the keys of a desk do. */
export function KeysDialog({ title, closeLabel, children, column, rows, onClose }: Props) {
  return (
    <Dialog title={title} closeLabel={closeLabel} isOpen onOpenChange={(open) => !open && onClose()}>
      {children}
      <dl className={styles.keys} style={{ '--column': column } as CSSProperties}>
        {rows.map(({ id, keys, does }) => (
          <div key={id}>
            <dt><kbd>{keys}</kbd></dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
