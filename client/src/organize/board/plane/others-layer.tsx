import { useSyncExternalStore } from 'react';
import type { BoardIndex } from '../model/board-index.js';
import type { OthersStore } from '../store/others-store.js';
import { toPixels } from '../model/time-line.js';
import styles from './others-layer.module.css';
import { boxOf, type PlaneFrame, slotBox, styleOf } from './plane-frame.js';

/** Where the other organizers point, and which sessions they hold. */
export function OthersLayer({ others, frame, index }: { others: OthersStore; frame: PlaneFrame; index: BoardIndex }) {
  const people = useSyncExternalStore(others.subscribe, others.read);
  return (
    <>
      {people.map(({ who, name, colour, at, sessionId }) => {
        const held = sessionId === null ? null : (index.byId.get(sessionId)?.at ?? null);
        const box = held === null ? null : slotBox(frame, held);
        const roomAt = at === null ? undefined : frame.layout.roomAt.get(at.roomId);
        return (
          <div key={who} aria-hidden="true">
            {box !== null && <div className={styles.held} data-pointer={colour} style={styleOf(box)}><span className={styles.name}>{name}</span></div>}
            {at !== null && roomAt !== undefined && (
              <div className={styles.pointer} data-pointer={colour} style={styleOf({ ...boxOf(frame, { at: toPixels(frame.line, Date.parse(at.instant)), size: 0 }, { at: roomAt + 8, size: 0 }) })}>
                <svg viewBox="0 0 16 16" width="16" height="16"><path d="M1 1l5 13 2-5 5-2z" fill="var(--pointer)" stroke="var(--surface-raised)" /></svg>
                <span className={styles.name}>{name}</span>
              </div>
            )}
          </div>
        );
      })}
    </>
  );
}
