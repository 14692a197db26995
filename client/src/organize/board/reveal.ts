import { inlineScroll, scrollToPoint } from '../../attend/grid/use-scroll-view.js';
import type { PlacedAt } from './model/board-index.js';
import { toPixels } from './model/time-line.js';
import { CITY_NAME, type PlaneFrame, slotBox } from './plane/plane-frame.js';

/** Brings a place into view, and leaves the board where it is when it is in view already. */
export function reveal(box: HTMLElement, frame: PlaneFrame, at: PlacedAt, smooth = false): void {
  const place = slotBox(frame, at);
  if (place === null) return;
  const across = frame.axis === 'across';
  const inlineHead = across ? frame.heads.rooms : frame.heads.hours + frame.sizes.header;
  const blockHead = across ? frame.heads.hours + frame.sizes.header : frame.heads.rooms;
  scrollToPoint(box, {
    inline: nearest(inlineScroll(box), box.clientWidth, inlineHead, place.inline, place.inlineSize),
    block: nearest(box.scrollTop, box.clientHeight, blockHead, place.block, place.blockSize),
  }, smooth);
}

/** Scrolls so that an instant stands just behind the heads. */
export function revealInstant(box: HTMLElement, frame: PlaneFrame, instant: number, smooth = true): void {
  const at = toPixels(frame.line, instant);
  scrollToPoint(box, frame.axis === 'across' ? { inline: at - 24 } : { block: at - CITY_NAME / 2 }, smooth);
}

/** What is in the middle of the view: an instant, and the first room under the heads. */
export function middleOf(box: HTMLElement, frame: PlaneFrame): { instant: number; roomId: string | null } {
  const across = frame.axis === 'across';
  const time = across ? inlineScroll(box) + (box.clientWidth - frame.heads.rooms) / 2 : box.scrollTop + (box.clientHeight - frame.heads.rooms) / 2;
  const rooms = across ? box.scrollTop : inlineScroll(box);
  const room = frame.layout.rooms.find(({ place }) => (frame.layout.roomAt.get(place.room.id) ?? 0) >= rooms);
  return { instant: frame.line.from + (time / frame.line.hour) * 3_600_000, roomId: room?.place.room.id ?? frame.layout.rooms[0]?.place.room.id ?? null };
}

function nearest(scroll: number, size: number, head: number, at: number, length: number): number {
  const spare = 24;
  if (at < scroll + head || length > size - head) return at - head - spare;
  return at + length > scroll + size ? at + length - size + spare : scroll;
}
