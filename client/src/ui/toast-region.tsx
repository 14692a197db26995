import { useRef, useSyncExternalStore } from 'react';
import { Button } from './button.js';
import { IconButton } from './icon-button.js';
import styles from './toast-region.module.css';
import { dismissToast, heldToasts, onToasts, type Toast } from './toasts.js';

/** Pixels sideways that a finger pushes a toast to be rid of it. */
const PUSHED = 56;

/** Where toasts stand. In the page from the start, so that screen readers know of it; each is read out once, and not again with the next. */
export function ToastRegion({ closeLabel }: { closeLabel: string }) {
  const toasts = useSyncExternalStore(onToasts, heldToasts);
  return (
    <div className={styles.region} role="status" aria-atomic="false" data-testid="toasts">
      {toasts.map((toast) => (
        <ShownToast key={toast.id} toast={toast} closeLabel={closeLabel} />
      ))}
    </div>
  );
}

function ShownToast({ toast, closeLabel }: { toast: Toast; closeLabel: string }) {
  const from = useRef<number | null>(null);
  return (
    <div
      className={styles.toast}
      onPointerDown={(event) => {
        from.current = event.clientX;
      }}
      onPointerUp={(event) => {
        if (from.current !== null && Math.abs(event.clientX - from.current) >= PUSHED) dismissToast(toast.id);
        from.current = null;
      }}
    >
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
  );
}
