import type { Finding } from '@rules/finding.js';
import { Icon } from '../../../ui/icon.js';
import styles from './finding-list.module.css';
import type { FindingWords } from './use-finding-words.js';

const ICONS = { blocking: 'close', warning: 'alert', waived: 'waived' } as const;
const RANK = { blocking: 0, warning: 1, waived: 2 } as const;

/** What the rules say, the worst first, each in a sentence. `about` is the session that it is about: others are named. */
export function FindingList({ findings, words, about, most = Infinity, label }: {
  findings: readonly Finding[]; words: FindingWords; about?: string; most?: number; label?: string;
}) {
  const sorted = [...findings].sort((a, b) => RANK[a.severity] - RANK[b.severity]);
  return (
    <ul className={styles.list} aria-label={label}>
      {sorted.slice(0, most).map((finding, n) => (
        <li key={`${finding.code} ${finding.sessions.join()} ${n}`} className={`${styles.item} ${styles[finding.severity]}`}>
          <Icon name={ICONS[finding.severity]} size={1} />
          <span>{words(finding, about)}</span>
        </li>
      ))}
      {sorted.length > most && <li className={styles.more}>+{sorted.length - most}</li>}
    </ul>
  );
}
