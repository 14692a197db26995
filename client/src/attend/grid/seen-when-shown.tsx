import { useRef } from 'react';
import { useSeenWhenShown } from '../use-seen-when-shown.js';
import styles from './session-block.module.css';

/** Put into a changed block, so that the others need not watch whether they are looked at. */
export function SeenWhenShown({ id }: { id: string }) {
  const mark = useRef<HTMLSpanElement>(null);
  useSeenWhenShown(id, true, mark);
  return <span ref={mark} className={styles.watch} />;
}
