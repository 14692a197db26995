import styles from './overlay.module.css';
import { PlayerIcon } from './player-icon.js';

interface Props {
  label: string;
  /** Whether its words are seen, and not only read aloud. */
  worded: boolean;
  /** Leaves room below for another button. */
  raised?: boolean;
  onStart: () => void;
}

/** All of the picture, to be pressed while it stands still. */
export function StartButton({ label, worded, raised = false, onStart }: Props) {
  return (
    <button type="button" className={`${styles.start} ${raised ? styles.raised : ''}`} onClick={onStart}>
      <span className={styles.disc}>
        <PlayerIcon name="play" size={2.25} />
      </span>
      <span className={worded ? styles.words : styles.hidden}>{label}</span>
    </button>
  );
}
