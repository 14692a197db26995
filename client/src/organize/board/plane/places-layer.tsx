import { memo } from 'react';
import type { Window } from '@rules/availability.js';
import type { PlacedAt } from '../model/board-index.js';
import { toPixels } from '../model/time-line.js';
import { boxOf, type PlaneFrame, slotBox, styleOf } from './plane-frame.js';
import styles from './places-layer.module.css';

interface Props {
  frame: PlaneFrame;
  /** When somebody of the chosen session can't: over all rooms. */
  away: readonly (Window & { who: string })[];
  /** A place that is looked at in a list. */
  looked: PlacedAt | null;
}

/** Times at which the chosen session's speakers can't be there, and the place that a list points at. */
export const PlacesLayer = memo(function PlacesLayer({ frame, away, looked }: Props) {
  const { line, layout } = frame;
  const box = looked === null ? null : slotBox(frame, looked);
  return (
    <div aria-hidden="true">
      {away.map(({ startsAt, endsAt, who }, n) => {
        const at = toPixels(line, Math.max(startsAt, line.from));
        const size = toPixels(line, Math.min(endsAt, line.to)) - at;
        return size > 0 && <div key={n} className={styles.away} style={styleOf(boxOf(frame, { at, size }, { at: 0, size: layout.size }))} title={who} />;
      })}
      {box !== null && <div className={styles.looked} style={styleOf(box)} />}
    </div>
  );
});
