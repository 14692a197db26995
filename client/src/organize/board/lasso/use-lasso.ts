import { type RefObject, useEffect, useRef } from 'react';
import { planePoint, type PlanePoint, pushBy } from '../carry/plane-point.js';
import { MOVED, RESTED, swallowClick, TREMBLED } from '../carry/press.js';
import type { PlaneFrame } from '../plane/plane-frame.js';
import { type Area, sessionsIn } from './sessions-in.js';

interface Options {
  box: RefObject<HTMLElement | null>;
  /** What is drawn as the rectangle, inside of the plane. */
  drawn: RefObject<HTMLElement | null>;
  frame: PlaneFrame;
  /** @param adds with Shift, Ctrl or Command: what was chosen before stays so */
  onSelect: (sessionIds: readonly string[], adds: boolean) => void;
}

interface Press {
  pointerId: number;
  x: number;
  y: number;
  from: PlanePoint;
  adds: boolean;
  rest: ReturnType<typeof setTimeout> | undefined;
}

/** Chooses sessions by a rectangle that is drawn over the empty board: by mouse and pen, and by a finger that rested first. */
export function useLasso(options: Options): void {
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  const { box, drawn } = options;
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    let press: Press | null = null;
    let drawing = false;
    let asked = 0;

    const draw = (): void => {
      asked = 0;
      if (press === null || !drawing) return;
      const push = pushBy(element, press.x, press.y);
      if (push !== null) {
        element.scrollBy(...push);
        asked = requestAnimationFrame(draw);
      }
      const to = planePoint(element, press.x, press.y);
      const style = drawn.current?.style;
      if (style === undefined) return;
      style.display = 'block';
      style.insetInlineStart = `${Math.min(press.from.inline, to.inline)}px`;
      style.insetBlockStart = `${Math.min(press.from.block, to.block)}px`;
      style.inlineSize = `${Math.abs(press.from.inline - to.inline)}px`;
      style.blockSize = `${Math.abs(press.from.block - to.block)}px`;
    };
    const ask = (): void => {
      if (asked === 0) asked = requestAnimationFrame(draw);
    };
    const begin = (): void => {
      drawing = true;
      document.documentElement.dataset.carrying = 'lasso';
      ask();
    };
    const end = (): void => {
      clearTimeout(press?.rest);
      cancelAnimationFrame(asked);
      asked = 0;
      if (drawing) delete document.documentElement.dataset.carrying;
      drawing = false;
      press = null;
      drawn.current?.style.removeProperty('display');
    };
    const down = (event: PointerEvent): void => {
      if (press !== null || event.button !== 0 || !isEmptyBoard(element, event, latest.current.frame)) return;
      const { pointerId, clientX: x, clientY: y } = event;
      const rest = event.pointerType === 'touch' ? setTimeout(begin, RESTED) : undefined;
      press = { pointerId, x, y, from: planePoint(element, x, y), adds: event.shiftKey || event.ctrlKey || event.metaKey, rest };
    };
    const move = (event: PointerEvent): void => {
      if (event.pointerId !== press?.pointerId) return;
      const moved = Math.hypot(event.clientX - press.x, event.clientY - press.y);
      if (!drawing && event.pointerType === 'touch') {
        if (moved > TREMBLED) end();
        return;
      }
      if (!drawing && moved <= MOVED) return;
      press.x = event.clientX;
      press.y = event.clientY;
      if (drawing) ask();
      else begin();
    };
    const up = (event: PointerEvent): void => {
      if (event.pointerId !== press?.pointerId) return;
      const { from, adds } = press;
      const { frame, onSelect } = latest.current;
      const found = drawing ? sessionsIn(frame, areaOf(frame, from, planePoint(element, event.clientX, event.clientY))) : null;
      end();
      if (found === null) return;
      swallowClick();
      onSelect(found, adds);
    };
    const key = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || !drawing) return;
      event.stopPropagation();
      end();
    };
    const scrolls = (event: TouchEvent): void => {
      if (drawing) event.preventDefault();
    };
    element.addEventListener('pointerdown', down);
    element.addEventListener('touchmove', scrolls, { passive: false });
    addEventListener('pointermove', move);
    addEventListener('pointerup', up);
    addEventListener('pointercancel', end);
    addEventListener('keydown', key, { capture: true });
    return () => {
      end();
      element.removeEventListener('pointerdown', down);
      element.removeEventListener('touchmove', scrolls);
      removeEventListener('pointermove', move);
      removeEventListener('pointerup', up);
      removeEventListener('pointercancel', end);
      removeEventListener('keydown', key, { capture: true });
    };
  }, [box, drawn]);
}

/** Whether a press is on the board and on nothing of its own: no session, button or head, and not on the bar that scrolls it. */
function isEmptyBoard(box: HTMLElement, event: PointerEvent, { axis, heads }: PlaneFrame): boolean {
  if (!(event.target instanceof Element) || event.target.closest('[data-session], button, a, [role=rowheader]') !== null) return false;
  const rect = box.getBoundingClientRect();
  const { inline, block } = planePoint(box, event.clientX, event.clientY);
  const seen = { inline: inline - Math.abs(box.scrollLeft), block: block - box.scrollTop };
  const [beforeInline, beforeBlock] = axis === 'across' ? [heads.rooms, heads.hours] : [heads.hours, heads.rooms];
  return seen.inline > beforeInline && seen.block > beforeBlock && seen.inline < box.clientWidth && event.clientY - rect.top < box.clientHeight;
}

function areaOf({ axis, heads }: PlaneFrame, from: PlanePoint, to: PlanePoint): Area {
  const [time, across] = axis === 'across' ? (['inline', 'block'] as const) : (['block', 'inline'] as const);
  return { time: [from[time] - heads.rooms, to[time] - heads.rooms], across: [from[across] - heads.hours, to[across] - heads.hours] };
}
