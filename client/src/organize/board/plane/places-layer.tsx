import { memo, useMemo } from 'react';
import type { Window } from '@rules/availability.js';
import type { BoardEntry, PlacedAt } from '../model/board-index.js';
import { outside } from '../model/shading.js';
import { toPixels } from '../model/time-line.js';
import { boxOf, type PlaneFrame, slotBox, styleOf } from './plane-frame.js';
import styles from './places-layer.module.css';

interface Props {
  frame: PlaneFrame;
  /** The chosen session: when its speakers can't is drawn over all rooms. */
  entry: BoardEntry | undefined;
  /** A place that is looked at in a list. */
  looked: PlacedAt | null;
}

/** Times at which the chosen session's speakers can't be there, and the place that a list points at. */
export const PlacesLayer = memo(function PlacesLayer({ frame, entry, looked }: Props) {
  const { line, layout } = frame;
  const away = useMemo(() => (entry === undefined ? [] : awayTimes(entry, line)), [entry, line]);
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

function awayTimes({ speakers }: BoardEntry, line: { from: number; to: number }): (Window & { who: string })[] {
  return speakers.flatMap(({ name, available }) => {
    if (available === null) return [];
    const windows = available.map(({ startsAt, endsAt }) => ({ startsAt: Date.parse(startsAt), endsAt: Date.parse(endsAt) }));
    return outside(line, windows).map((window) => ({ ...window, who: name }));
  });
}
