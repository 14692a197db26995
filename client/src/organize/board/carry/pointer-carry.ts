import type { BoardEntry } from '../model/board-index.js';
import { lengthOf } from '../model/board-index.js';
import { type PlaneFrame, pointOf } from '../plane/plane-frame.js';
import type { Act, CarryStore, Target } from './carry-store.js';
import { isOver, planePoint, pushBy } from './plane-point.js';
import { movedTo, resizedTo, startedAt } from './step-target.js';

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
  act: Act;
  /** Where the pointer was, in the window. */
  x: number;
  y: number;
}

/** How long the pointer rests at the board's edge before it is pushed along: who comes from the tray passes the edge. Milliseconds. */
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
  // a session is held where it was taken hold of, at its end as well; one from the tray by its beginning
  const held = grab.entry.at !== null && from !== null ? from.instant - (grab.act === 'resize-end' ? grab.entry.at.end : grab.entry.at.start) : 0;
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
  if (act !== 'move') {
    if (entry.at === null) return null;
    return (act === 'resize-end' ? resizedTo : startedAt)(entry.at, point.instant - held, scene.gridMinutes, scene.zoneOf(entry.at.roomId));
  }
  if (!isOver(scene.box, x, y)) return document.elementFromPoint(x, y)?.closest('[data-tray]') == null ? null : 'tray';
  if (point.room === null || !scene.mayMove(point.room.place.city.id)) return null;
  return movedTo(lengthOf(entry), point.room, point.instant - held, scene.gridMinutes);
}

function pointUnder({ box, frame }: PointerScene, x: number, y: number): ReturnType<typeof pointOf> {
  const { inline, block } = planePoint(box, x, y);
  return pointOf(frame, inline, block);
}
