import { type KeyboardEvent as ReactKeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import { stepFrom } from './model/steps.js';

interface Acts {
  onHelp: () => void;
  /** What a letter does to the stage that has the focus. */
  onLetter: (stageId: string, letter: 'a' | 'p' | 'b' | 's' | 'h') => void;
}

const LETTERS = ['a', 'p', 'b', 's', 'h'] as const;

/**
 * Keys of the control room. Those that act do so upon the stage that has the focus, and nowhere else; a number leads to a stage from
 * anywhere on the page.
 */
export function useKeys(wall: RefObject<HTMLElement | null>, acts: Acts): (event: ReactKeyboardEvent) => void {
  const latest = useRef(acts);
  latest.current = acts;
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key === '?' || event.key === '؟') {
        event.preventDefault();
        return latest.current.onHelp();
      }
      const digit = /^Digit([1-9])$/.exec(event.code)?.[1] ?? event.key;
      const tile = !event.shiftKey && /^[1-9]$/.test(digit) ? tilesOf(wall)[Number(digit) - 1] : undefined;
      if (tile === undefined) return;
      event.preventDefault();
      tile.focus();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [wall]);
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || !(event.target instanceof HTMLElement) || isTyping(event.target)) return;
    const tile = event.target.closest<HTMLElement>('[data-stage]');
    if (tile === null) return;
    // on a keyboard that writes other letters, where those would be
    const typed = /^[a-z]$/i.test(event.key) ? event.key : event.code.replace('Key', '');
    const letter = LETTERS.find((one) => one === typed.toLowerCase());
    if (letter !== undefined) {
      event.preventDefault();
      return latest.current.onLetter(tile.dataset['stage'] ?? '', letter);
    }
    // within a stage its buttons have the arrows
    if (event.target !== tile) return;
    const all = tilesOf(wall);
    const boxes = all.map((one) => one.getBoundingClientRect()).map(({ x, y }) => ({ x, y }));
    const next = stepFrom(boxes, all.indexOf(tile), event.key);
    if (next === null) return;
    event.preventDefault();
    all[next]?.focus();
  };
}

const isTyping = (target: EventTarget | null): boolean => target instanceof HTMLElement && target.closest('input, textarea, select, [role=dialog], [contenteditable=true], [role=spinbutton]') !== null;

const tilesOf = (wall: RefObject<HTMLElement | null>): HTMLElement[] => [...(wall.current?.querySelectorAll<HTMLElement>('[data-stage]') ?? [])];
