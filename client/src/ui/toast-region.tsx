import { useSyncExternalStore } from 'react';
import { Button } from './button.js';
import { IconButton } from './icon-button.js';
import styles from './toast-region.module.css';
import { dismissToast, heldToasts, onToasts } from './toasts.js';

/** Where toasts stand. In the page from the start, so that screen readers know of it. */
export function ToastRegion({ closeLabel }: { closeLabel: string }) {
  const toasts = useSyncExternalStore(onToasts, heldToasts);
  return (
    <div className={styles.region} role="status">
      {toasts.map((toast) => (
        <div key={toast.id} className={styles.toast}>
          <span>{toast.words}</span>
          {toast.action !== undefined && (
            <Button
              look="quiet"
              onPress={() => {
                toast.action?.run();
                dismissToast(toast.id);
              }}
            >
              {toast.action.label}
            </Button>
          )}
          <IconButton icon="close" label={closeLabel} onPress={() => dismissToast(toast.id)} />
        </div>
      ))}
    </div>
  );
}
