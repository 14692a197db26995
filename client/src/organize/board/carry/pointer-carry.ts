import { inlineScroll, isRightToLeft } from '../../../attend/grid/use-scroll-view.js';
import type { BoardEntry } from '../model/board-index.js';
import { lengthOf } from '../model/board-index.js';
import { type PlaneFrame, pointOf } from '../plane/plane-frame.js';
import type { CarryStore, Target } from './carry-store.js';
import { movedTo, resizedTo } from './step-target.js';

/** What dragging needs to know at the moment when something happens. */
export interface PointerScene {
  box: HTMLElement;
  frame: PlaneFrame;
  gridMinutes: number;
  zoneOf: (roomId: string) => string;
  mayMove: (cityId: string) => boolean;
}

export interface Grab {
  entry: BoardEntry;
  alongside: readonly BoardEntry[];
  act: 'move' | 'resize';
  /** Where the pointer was, in the window. */
  x: number;
  y: number;
}

/** Pixels from the box's edge at which it is pushed along, and by how much a frame. */
const EDGE = 44;
const PUSH = 14;
/** How long the pointer rests there first: who comes from the tray passes the edge. Milliseconds. */
const DWELL = 350;

/**
 * Follows a pointer that carries sessions, from being picked up until it is let go. It works outside of React and once a
 * frame: what is drawn is told by the carry store only when the target is another.
 */
export function carryByPointer(grab: Grab, scene: () => PointerScene | null, store: CarryStore, chip: () => HTMLElement | null): { move: (x: number, y: number) => void; stop: () => void } {
  let at = { x: grab.x, y: grab.y };
  let frame = 0;
  let atEdgeSince: number | null = null;
  const first = scene();
  const from = first === null ? null : pointUnder(first, at.x, at.y);
  // a session is held where it was taken hold of; one from the tray by its beginning
  const held = grab.entry.at !== null && from !== null ? from.instant - grab.entry.at.start : 0;
  store.pickUp({ by: 'pointer', act: grab.act, lead: grab.entry, alongside: grab.alongside }, grab.entry.at ?? 'tray');

  const aim = (): void => {
    frame = 0;
    const now = scene();
    if (now === null) return;
    const label = chip();
    if (label !== null) label.style.transform = `translate(${at.x + 14}px, ${at.y + 14}px)`;
    store.aim(targetAt(now, grab, at.x, at.y, held));
    const by = pushBy(now.box, at.x, at.y);
    if (by === null) {
      atEdgeSince = null;
      return;
    }
    atEdgeSince ??= performance.now();
    if (performance.now() - atEdgeSince > DWELL) now.box.scrollBy(...by);
    frame = requestAnimationFrame(aim);
  };
  const ask = (): void => {
    if (frame === 0) frame = requestAnimationFrame(aim);
  };
  ask();
  return {
    move: (x, y) => {
      at = { x, y };
      ask();
    },
    stop: () => {
      cancelAnimationFrame(frame);
      const now = scene();
      if (now !== null) store.aim(targetAt(now, grab, at.x, at.y, held));
    },
  };
}

function targetAt(scene: PointerScene, { entry, act }: Grab, x: number, y: number, held: number): Target {
  const point = pointUnder(scene, x, y);
  if (act === 'resize') return entry.at === null || point === null ? entry.at : resizedTo(entry.at, point.instant, scene.gridMinutes, scene.zoneOf(entry.at.roomId));
  if (point === null || !isOver(scene.box, x, y)) return document.elementFromPoint(x, y)?.closest('[data-tray]') == null ? null : 'tray';
  if (point.room === null || !scene.mayMove(point.room.place.city.id)) return null;
  return movedTo(lengthOf(entry), point.room, point.instant - held, scene.gridMinutes);
}

function pointUnder({ box, frame }: PointerScene, x: number, y: number): ReturnType<typeof pointOf> | null {
  const rect = box.getBoundingClientRect();
  const inline = isRightToLeft(box) ? rect.right - box.clientLeft - x : x - rect.left - box.clientLeft;
  return pointOf(frame, inline + inlineScroll(box), y - rect.top - box.clientTop + box.scrollTop);
}

function isOver(box: HTMLElement, x: number, y: number): boolean {
  const rect = box.getBoundingClientRect();
  return x >= rect.left && x < rect.right && y >= rect.top && y < rect.bottom;
}

/** How far the box is pushed along by a pointer at its edge; null where it is not at one. */
function pushBy(box: HTMLElement, x: number, y: number): [number, number] | null {
  if (!isOver(box, x, y)) return null;
  const rect = box.getBoundingClientRect();
  const by = (from: number, to: number, at: number): number => (at < from + EDGE ? -PUSH : at > to - EDGE ? PUSH : 0);
  const push: [number, number] = [by(rect.left, rect.right, x), by(rect.top, rect.bottom, y)];
  return push[0] === 0 && push[1] === 0 ? null : push;
}
