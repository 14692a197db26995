import { type RefObject, useEffect, useRef } from 'react';
import type { BoardPoint } from '@contract/board.js';
import type { RoomId, SessionId } from '@contract/ids.js';
import { inlineScroll, isRightToLeft } from '../../attend/grid/use-scroll-view.js';
import type { CarryStore } from './carry/carry-store.js';
import { type PlaneFrame, pointOf } from './plane/plane-frame.js';
import type { BoardStore } from './store/board-store.js';

interface Options {
  box: RefObject<HTMLElement | null>;
  frame: PlaneFrame;
  carry: CarryStore;
  store: BoardStore;
  /** The session whose card is open. */
  chosen: string | null;
}

/** Four times a second are enough for others to follow. Milliseconds. */
const EVERY = 250;

/** Shows the other organizers where one points, and what one carries. */
export function usePointing(options: Options): void {
  const latest = useRef(options);
  latest.current = options;
  const { box, store, carry, chosen } = options;
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    let at: BoardPoint['at'] = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let said = '';
    const say = (): void => {
      timer = undefined;
      const held = carry.read();
      const target = held?.target;
      const where = target != null && target !== 'tray' ? { roomId: target.roomId as RoomId, instant: new Date(target.start).toISOString() } : at;
      const point: BoardPoint = { at: where, sessionId: (held?.lead.session.id ?? latest.current.chosen) as SessionId | null };
      const text = JSON.stringify(point);
      if (text === said) return;
      said = text;
      store.point(point);
    };
    const soon = (): void => {
      timer ??= setTimeout(say, EVERY);
    };
    const move = (event: PointerEvent): void => {
      const rect = element.getBoundingClientRect();
      const inline = isRightToLeft(element) ? rect.right - event.clientX : event.clientX - rect.left;
      const { room, instant } = pointOf(latest.current.frame, inline + inlineScroll(element), event.clientY - rect.top + element.scrollTop);
      at = room === null ? null : { roomId: room.place.room.id, instant: new Date(Math.round(instant / 60_000) * 60_000).toISOString() };
      soon();
    };
    const leave = (): void => {
      at = null;
      soon();
    };
    element.addEventListener('pointermove', move);
    element.addEventListener('pointerleave', leave);
    const unsubscribe = carry.subscribe(soon);
    soon();
    return () => {
      clearTimeout(timer);
      unsubscribe();
      element.removeEventListener('pointermove', move);
      element.removeEventListener('pointerleave', leave);
    };
  }, [box, store, carry, chosen]);
}
