import { type RefObject, useEffect, useRef } from 'react';
import type { CarryStore } from './carry-store.js';
import { carryByPointer, type Grab, type PointerScene } from './pointer-carry.js';

interface Options {
  /** Holds board and tray: what is pressed anywhere in it may be picked up. */
  root: RefObject<HTMLElement | null>;
  chip: RefObject<HTMLElement | null>;
  store: CarryStore;
  scene: () => PointerScene | null;
  /** What is picked up by an element; null where it may not be. */
  grabOf: (element: Element) => Pick<Grab, 'entry' | 'alongside' | 'act'> | null;
  onDrop: () => void;
}

/** Pixels that a mouse moves before it drags, and a finger may tremble while it rests. */
const MOVED = 5;
const TREMBLED = 8;
/** How long a finger rests before it drags and no longer scrolls. Milliseconds. */
const RESTED = 320;

/** Drags with mouse, pen and finger. A finger scrolls, unless it rested first. */
export function usePointerCarry(options: Options): void {
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  const { root, store } = options;
  useEffect(() => {
    const element = root.current;
    if (element === null) return;
    let pressed: { grab: Grab; pointerId: number; rest: ReturnType<typeof setTimeout> | undefined } | null = null;
    let carrying: ReturnType<typeof carryByPointer> | null = null;

    const begin = (): void => {
      if (pressed === null) return;
      const { scene, chip } = latest.current;
      carrying = carryByPointer(pressed.grab, scene, store, () => chip.current);
      document.documentElement.dataset.carrying = pressed.grab.act;
    };
    const end = (): void => {
      clearTimeout(pressed?.rest);
      pressed = null;
      carrying = null;
      delete document.documentElement.dataset.carrying;
    };
    const down = (event: PointerEvent): void => {
      if (event.button !== 0 || pressed !== null || store.read() !== null || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const grab = event.target instanceof Element ? latest.current.grabOf(event.target) : null;
      if (grab === null) return;
      const rest = event.pointerType === 'touch' ? setTimeout(begin, RESTED) : undefined;
      pressed = { grab: { ...grab, x: event.clientX, y: event.clientY }, pointerId: event.pointerId, rest };
    };
    const move = (event: PointerEvent): void => {
      if (event.pointerId !== pressed?.pointerId) return;
      if (carrying !== null) return carrying.move(event.clientX, event.clientY);
      const moved = Math.hypot(event.clientX - pressed.grab.x, event.clientY - pressed.grab.y);
      if (event.pointerType === 'touch') {
        if (moved > TREMBLED) end();
      } else if (moved > MOVED) {
        begin();
        carrying!.move(event.clientX, event.clientY);
      }
    };
    const up = (event: PointerEvent): void => {
      if (event.pointerId !== pressed?.pointerId) return;
      const wasCarrying = carrying;
      wasCarrying?.stop();
      end();
      if (wasCarrying === null) return;
      // the press that ends here was no click
      addEventListener('click', swallow, { capture: true, once: true });
      setTimeout(() => removeEventListener('click', swallow, { capture: true }), 0);
      latest.current.onDrop();
    };
    const cancel = (): void => {
      if (carrying !== null) store.letGo();
      end();
    };
    const key = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || carrying === null) return;
      event.stopPropagation();
      cancel();
    };
    const scrolls = (event: TouchEvent): void => {
      if (carrying !== null) event.preventDefault();
    };
    element.addEventListener('pointerdown', down);
    element.addEventListener('touchmove', scrolls, { passive: false });
    addEventListener('pointermove', move);
    addEventListener('pointerup', up);
    addEventListener('pointercancel', cancel);
    addEventListener('keydown', key, { capture: true });
    return () => {
      cancel();
      element.removeEventListener('pointerdown', down);
      element.removeEventListener('touchmove', scrolls);
      removeEventListener('pointermove', move);
      removeEventListener('pointerup', up);
      removeEventListener('pointercancel', cancel);
      removeEventListener('keydown', key, { capture: true });
    };
  }, [root, store]);
}

function swallow(event: Event): void {
  event.stopPropagation();
  event.preventDefault();
}
