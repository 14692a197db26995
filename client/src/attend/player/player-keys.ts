/** What a key does while the focus is in the player. */
export type KeyAct = 'toggle' | 'mute' | 'full-screen' | 'captions' | 'live' | 'back' | 'forward' | 'louder' | 'quieter';

/** By the key's place on the keyboard for letters, so that they work in Persian too. */
const BY_CODE: Readonly<Record<string, KeyAct>> = { Space: 'toggle', KeyK: 'toggle', KeyM: 'mute', KeyF: 'full-screen', KeyC: 'captions', KeyL: 'live' };
/** Along the timeline, which runs from left to right in every language, as tapes do. */
const BY_KEY: Readonly<Record<string, KeyAct>> = { ArrowLeft: 'back', ArrowRight: 'forward', ArrowUp: 'louder', ArrowDown: 'quieter' };

/**
 * Null where the key is the browser's or the focused control's own: with a modifier, space on a button, anything in a group of choices.
 * @param on what has the focus
 */
export function actOfKey(event: Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey'>, on: 'button' | 'choice' | 'slider' | 'other'): KeyAct | null {
  if (event.altKey || event.ctrlKey || event.metaKey) return null;
  const act = BY_CODE[event.code] ?? BY_KEY[event.key] ?? null;
  if (event.code === 'Space' && on !== 'other' && on !== 'slider') return null;
  if (on === 'choice' && event.key.startsWith('Arrow')) return null;
  return act;
}

/** What of the player has the focus, as {@link actOfKey} wants it. */
export function controlOf(element: HTMLElement): 'button' | 'choice' | 'slider' | 'other' {
  if (element instanceof HTMLInputElement) return element.type === 'range' ? 'slider' : 'choice';
  return element.closest('button, a, summary') === null ? 'other' : 'button';
}

/** Seconds of one press. */
export const STEP = 5;
/** Of the volume, 0 to 1. */
export const VOLUME_STEP = 0.1;
