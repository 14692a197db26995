import type { PlacedAt } from '../model/board-index.js';
import type { RoomBand } from '../model/layout-board.js';
import { snap } from '../model/time-line.js';

export type Step = 'later' | 'earlier' | 'next-room' | 'previous-room' | 'longer' | 'shorter' | 'starts-later' | 'starts-earlier';

/** Where a key leads what is carried by hand: by one step of the grid in time, or to the room beside. Stays where there is no further. */
export function stepTarget(target: PlacedAt, step: Step, rooms: readonly RoomBand[], gridMinutes: number): PlacedAt {
  const grid = gridMinutes * 60_000;
  const at = rooms.findIndex(({ place }) => place.room.id === target.roomId);
  const zone = rooms[at]?.place.city.zone ?? 'UTC';
  const shifted = (by: number): PlacedAt => {
    const start = snap(target.start + by, gridMinutes, zone);
    return { ...target, start, end: start + (target.end - target.start) };
  };
  switch (step) {
    case 'later':
      return shifted(grid);
    case 'earlier':
      return shifted(-grid);
    case 'next-room':
      return { ...target, roomId: rooms[at + 1]?.place.room.id ?? target.roomId };
    case 'previous-room':
      return { ...target, roomId: rooms[at - 1]?.place.room.id ?? target.roomId };
    case 'longer':
      return { ...target, end: snap(target.end + grid, gridMinutes, zone) };
    case 'shorter':
      return { ...target, end: Math.max(target.start + grid, snap(target.end - grid, gridMinutes, zone)) };
    case 'starts-later':
      return startedAt(target, target.start + grid, gridMinutes, zone);
    case 'starts-earlier':
      return startedAt(target, target.start - grid, gridMinutes, zone);
  }
}

/** Where a session comes to stand whose start is dragged to an instant in a room. */
export function movedTo(length: number, room: RoomBand, instant: number, gridMinutes: number): PlacedAt {
  const start = snap(instant, gridMinutes, room.place.city.zone);
  return { roomId: room.place.room.id, start, end: start + length };
}

/** How long a session becomes whose end is dragged to an instant: at least one step of the grid. */
export function resizedTo(at: PlacedAt, instant: number, gridMinutes: number, zone: string): PlacedAt {
  return { ...at, end: Math.max(at.start + gridMinutes * 60_000, snap(instant, gridMinutes, zone)) };
}

/** The same for its start; its end stays where it is. */
export function startedAt(at: PlacedAt, instant: number, gridMinutes: number, zone: string): PlacedAt {
  return { ...at, start: Math.min(at.end - gridMinutes * 60_000, snap(instant, gridMinutes, zone)) };
}
