import { useSyncExternalStore } from 'react';
import styles from './caption-box.module.css';
import type { CaptionLines } from './caption-lines.js';

/** The captions that are due, above the foot of the picture. Each line runs in the direction of its own writing. */
export function CaptionBox({ lines }: { lines: CaptionLines }) {
  const due = useSyncExternalStore(lines.subscribe, lines.read);
  if (due.length === 0) return null;
  return (
    <div className={styles.box} data-testid="captions">
      {due.map((line, index) => (
        <p key={`${index} ${line}`} dir="auto">
          {line}
        </p>
      ))}
    </div>
  );
}
