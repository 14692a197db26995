import { useEffect, useRef } from 'react';
import { isTyping } from './use-board-keys.js';

interface Keys {
  onUndo: () => void;
  onRedo: () => void;
  onHelp: () => void;
}

/** Keys that work wherever the focus is on the page, or nowhere. */
export function usePageKeys(keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || isTyping(event.target)) return;
      const act = actOf(event, latest.current);
      if (act === null) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}

function actOf(event: KeyboardEvent, { onUndo, onRedo, onHelp }: Keys): (() => void) | null {
  const key = event.key.toLowerCase();
  if (event.ctrlKey || event.metaKey) return key === 'z' ? (event.shiftKey ? onRedo : onUndo) : key === 'y' ? onRedo : null;
  return key === '?' ? onHelp : null;
}
