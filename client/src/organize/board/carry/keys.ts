import type { Axis } from '../plane/plane-frame.js';
import type { Step } from './step-target.js';

/** Which way an arrow leads on the board. With Shift, the end moves and not the whole; with Ctrl and Shift, the start. */
export function stepOfKey({ key, shift, command }: { key: string; shift: boolean; command: boolean }, axis: Axis, rightToLeft: boolean): Step | null {
  const direction = directionOf(key, axis, rightToLeft);
  if (direction === null || (!shift && !command)) return direction;
  if (!shift || (direction !== 'later' && direction !== 'earlier')) return null;
  if (command) return `starts-${direction}`;
  return direction === 'later' ? 'longer' : 'shorter';
}

export function directionOf(key: string, axis: Axis, rightToLeft: boolean): 'later' | 'earlier' | 'next-room' | 'previous-room' | null {
  const forward = rightToLeft ? 'ArrowLeft' : 'ArrowRight';
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowRight':
      if (axis === 'across') return key === forward ? 'later' : 'earlier';
      return key === forward ? 'next-room' : 'previous-room';
    case 'ArrowDown':
      return axis === 'across' ? 'next-room' : 'later';
    case 'ArrowUp':
      return axis === 'across' ? 'previous-room' : 'earlier';
    default:
      return null;
  }
}
