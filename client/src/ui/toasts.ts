export interface Toast {
  id: number;
  words: string;
  action?: ToastAction | undefined;
}

/** What can be done about it while it stands there: "Undo". */
export interface ToastAction {
  label: string;
  run: () => void;
}

/** At once: more would be a wall before the page. */
const MOST = 2;
const STAYS = 6_000;
/** Longer, for somebody has to decide. */
const STAYS_WITH_ACTION = 15_000;
/** How often it is looked whether its time goes by. */
const EACH = 500;
let toasts: readonly Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();

/** Says something in passing, such as "Link copied", to all who see or hear. */
export function showToast(words: string, action?: ToastAction): void {
  const toast = { id: ++last, words, action };
  setToasts(few([...toasts, toast]));
  countDown(toast.id, action === undefined ? STAYS : STAYS_WITH_ACTION);
}

/** Its time stands still while nobody looks at the window, or somebody points at it or came to it by keyboard: who needs longer has it (WCAG 2.2.1). */
function countDown(id: number, left: number): void {
  if (left <= 0) return dismissToast(id);
  if (!toasts.some((toast) => toast.id === id)) return;
  setTimeout(() => countDown(id, document.hasFocus() && !isHeld() ? left - EACH : left), EACH);
}

const isHeld = (): boolean => document.querySelector('[data-testid="toasts"]:is(:hover, :focus-within)') !== null;

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

/** The newest stays; of the others first goes the oldest about which nothing can be done. */
function few(held: readonly Toast[]): readonly Toast[] {
  if (held.length <= MOST) return held;
  const leaving = held.slice(0, -1).find(({ action }) => action === undefined) ?? held[0];
  return held.filter((toast) => toast !== leaving);
}

function setToasts(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}
