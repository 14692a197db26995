import type { CSSProperties } from 'react';
import type { BandSizes, BoardLayout } from '../model/layout-board.js';
import type { PlacedAt } from '../model/board-index.js';
import { roomAtPixel, type RoomBand } from '../model/layout-board.js';
import { lengthOfLine, type TimeLine, toInstant, toPixels } from '../model/time-line.js';

/** Which way time runs: along the line of text with rooms below each other, or down with rooms beside each other. */
export type Axis = 'across' | 'down';
export const AXES = ['across', 'down'] as const satisfies readonly Axis[];

/** Pixels of what stays in view while the board is scrolled. */
export interface Heads {
  /** Before time begins: the rooms' names. */
  rooms: number;
  /** Before the first city begins: the hours. */
  hours: number;
}

export const HEADS: Readonly<Record<Axis, Heads>> = {
  across: { rooms: 184, hours: 64 },
  down: { rooms: 84, hours: 92 },
};

export const BANDS: Readonly<Record<Axis, BandSizes>> = {
  across: { header: 36, lane: 46, padding: 6 },
  down: { header: 50, lane: 148, padding: 6 },
};

/** Of a city's name above its columns, where time runs down. */
export const CITY_NAME = 32;

/** Pixels an hour, from far to near. */
export const ZOOMS: Readonly<Record<Axis, readonly number[]>> = { across: [44, 88, 144, 240, 400], down: [36, 64, 100, 160, 260] };
export const FIRST_ZOOM = 2;

/** All that is needed to turn instants and rooms into places on the plane and back. */
export interface PlaneFrame {
  axis: Axis;
  line: TimeLine;
  layout: BoardLayout;
  heads: Heads;
  sizes: BandSizes;
}

/** Of the whole plane, heads included. */
export function planeSize({ axis, line, layout, heads }: PlaneFrame): { inline: number; block: number } {
  const time = heads.rooms + lengthOfLine(line);
  const rooms = heads.hours + layout.size;
  return axis === 'across' ? { inline: time, block: rooms } : { inline: rooms, block: time };
}

/** A box on the plane: pixels along the line of text from its start, and from the top. */
export interface Box {
  inline: number;
  block: number;
  inlineSize: number;
  blockSize: number;
}

/** The box from one place on each line to another: pixels of time, and pixels across time, without the heads. */
export function boxOf({ axis, heads }: Pick<PlaneFrame, 'axis' | 'heads'>, time: { at: number; size: number }, across: { at: number; size: number }): Box {
  const t = { at: heads.rooms + time.at, size: time.size };
  const c = { at: heads.hours + across.at, size: across.size };
  return axis === 'across'
    ? { inline: t.at, block: c.at, inlineSize: t.size, blockSize: c.size }
    : { inline: c.at, block: t.at, inlineSize: c.size, blockSize: t.size };
}

/** Where a slot stands, over the whole width of its room; null where the room is not shown. */
export function slotBox(frame: PlaneFrame, slot: PlacedAt): Box | null {
  const room = frame.layout.rooms.find(({ place }) => place.room.id === slot.roomId);
  const at = frame.layout.roomAt.get(slot.roomId);
  if (room === undefined || at === undefined) return null;
  const start = toPixels(frame.line, slot.start);
  return boxOf(frame, { at: start, size: toPixels(frame.line, slot.end) - start }, { at, size: room.size });
}

/** What is at a point of the plane. */
export function pointOf(frame: PlaneFrame, inline: number, block: number): { room: RoomBand | null; instant: number } {
  const time = (frame.axis === 'across' ? inline : block) - frame.heads.rooms;
  const across = (frame.axis === 'across' ? block : inline) - frame.heads.hours;
  return { room: roomAtPixel(frame.layout, across), instant: toInstant(frame.line, time) };
}

/** Moved by transform and so without layout; `--dir` is -1 where the line of text runs from the right. */
export function styleOf({ inline, block, inlineSize, blockSize }: Box): CSSProperties {
  return { transform: `translate(calc(var(--dir) * ${inline}px), ${block}px)`, width: inlineSize, height: blockSize };
}
