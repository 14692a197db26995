import { type RefObject, useEffect, useRef } from 'react';
import type { CarryStore } from './carry-store.js';
import { carryByPointer, type Grab, type PointerScene } from './pointer-carry.js';
import { MOVED, RESTED, swallowClick, TREMBLED } from './press.js';

interface Options {
  /** Holds board and tray: what is pressed anywhere in it may be picked up. */
  root: RefObject<HTMLElement | null>;
  chip: RefObject<HTMLElement | null>;
  store: CarryStore;
  scene: () => PointerScene | null;
  /** What is picked up by an element, or how it is said that it may not be; null: nothing is there. */
  grabOf: (element: Element) => Pick<Grab, 'entry' | 'alongside' | 'act'> | { refused: () => void } | null;
  onDrop: () => void;
}

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
    let pressed: { grab: Grab | null; refused: () => void; x: number; y: number; pointerId: number; rest: ReturnType<typeof setTimeout> | undefined } | null = null;
    let carrying: ReturnType<typeof carryByPointer> | null = null;

    const begin = (at?: { x: number; y: number }): void => {
      if (pressed === null) return;
      const { scene, chip } = latest.current;
      if (pressed.grab === null) {
        pressed.refused();
        return end();
      }
      carrying = carryByPointer(pressed.grab, scene, store, () => chip.current);
      document.documentElement.dataset.carrying = pressed.grab.act;
      if (at !== undefined) carrying.move(at.x, at.y);
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
      const rest = event.pointerType === 'touch' ? setTimeout(() => begin(), RESTED) : undefined;
      const at = { x: event.clientX, y: event.clientY };
      pressed = { ...('refused' in grab ? { grab: null, refused: grab.refused } : { grab: { ...grab, ...at }, refused: () => undefined }), ...at, pointerId: event.pointerId, rest };
    };
    const move = (event: PointerEvent): void => {
      if (event.pointerId !== pressed?.pointerId) return;
      if (carrying !== null) return carrying.move(event.clientX, event.clientY);
      const moved = Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y);
      if (event.pointerType === 'touch') {
        if (moved > TREMBLED) end();
      } else if (moved > MOVED) {
        begin({ x: event.clientX, y: event.clientY });
      }
    };
    const up = (event: PointerEvent): void => {
      if (event.pointerId !== pressed?.pointerId) return;
      const wasCarrying = carrying;
      wasCarrying?.stop();
      end();
      if (wasCarrying === null) return;
      swallowClick();
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
