export interface Toast {
  id: number;
  words: string;
}

const STAYS = 6_000;
let toasts: readonly Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();

/** Says something in passing, such as "Link copied", to all who see or hear. */
export function showToast(words: string): void {
  const toast = { id: ++last, words };
  setToasts([...toasts, toast]);
  setTimeout(() => dismissToast(toast.id), STAYS);
}

export function dismissToast(id: number): void {
  setToasts(toasts.filter((toast) => toast.id !== id));
}

export function heldToasts(): readonly Toast[] {
  return toasts;
}

export function onToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function setToasts(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}
