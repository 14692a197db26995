import { inlineScroll, isRightToLeft } from '../../../attend/grid/use-scroll-view.js';

/** A point of the plane: pixels along the line of text from its start, and from the top. */
export interface PlanePoint {
  inline: number;
  block: number;
}

/** What of the plane is under a point of the window, however far it is scrolled. */
export function planePoint(box: HTMLElement, x: number, y: number): PlanePoint {
  const rect = box.getBoundingClientRect();
  const inline = isRightToLeft(box) ? rect.right - box.clientLeft - x : x - rect.left - box.clientLeft;
  return { inline: inline + inlineScroll(box), block: y - rect.top - box.clientTop + box.scrollTop };
}

export function isOver(box: HTMLElement, x: number, y: number): boolean {
  const rect = box.getBoundingClientRect();
  return x >= rect.left && x < rect.right && y >= rect.top && y < rect.bottom;
}

/** Pixels from the box's edge at which it is pushed along, and by how much a frame. */
const EDGE = 44;
const PUSH = 14;

/** How far the box is pushed along by a pointer at its edge; null where it is not at one. */
export function pushBy(box: HTMLElement, x: number, y: number): [number, number] | null {
  if (!isOver(box, x, y)) return null;
  const rect = box.getBoundingClientRect();
  const by = (from: number, to: number, at: number): number => (at < from + EDGE ? -PUSH : at > to - EDGE ? PUSH : 0);
  const push: [number, number] = [by(rect.left, rect.right, x), by(rect.top, rect.bottom, y)];
  return push[0] === 0 && push[1] === 0 ? null : push;
}
