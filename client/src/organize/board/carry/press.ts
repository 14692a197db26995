/** Pixels that a mouse moves before it drags, and a finger may tremble while it rests. */
export const MOVED = 5;
export const TREMBLED = 8;
/** How long a finger rests before it drags and no longer scrolls. Milliseconds. */
export const RESTED = 320;

/** The press that ends now was no click. */
export function swallowClick(): void {
  addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => removeEventListener('click', swallow, { capture: true }), 0);
}

function swallow(event: Event): void {
  event.stopPropagation();
  event.preventDefault();
}
