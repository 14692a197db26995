import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Finding } from '@rules/finding.js';
import { Icon } from '../../../ui/icon.js';
import type { FindingWords } from '../../board/findings/use-finding-words.js';
import type { BoardIndex } from '../../board/model/board-index.js';
import styles from '../releases.module.css';

interface Props {
  slug: string;
  finding: Finding;
  words: FindingWords;
  index: BoardIndex;
  /** What can be done about it here. */
  children?: ReactNode;
}

const ICONS = { blocking: 'close', warning: 'alert', waived: 'waived' } as const;

/** The session that a finding is told of: by start, the later one is the one to move. */
export const aboutOf = ({ sessions }: Finding): string => sessions.at(-1) ?? '';

/** A finding in a sentence, with the way to its session on the board; and of what was waived, why. */
export function DraftFinding({ slug, finding, words, index, children }: Props) {
  const { t } = useTranslation(['releases', 'board']);
  const about = aboutOf(finding);
  const reasons = finding.severity === 'waived' ? finding.sessions.flatMap((id) => index.byId.get(id)?.session.slot?.waiver ?? []) : [];
  return (
    <li className={styles.finding} data-severity={finding.severity}>
      <Icon name={ICONS[finding.severity]} size={1.125} />
      <div className={styles.findingWords}>
        <Link to={`/${slug}/organize/board?session=${encodeURIComponent(about)}`} className={styles.title} title={t('findings.onBoard')}>
          <bdi>{index.byId.get(about)?.session.title ?? t('findings.unknown')}</bdi>
        </Link>
        <span className={styles.muted}>{t(`board:rule.${finding.code}`)}</span>
        <p>{words(finding, about)}</p>
        {reasons.map((reason) => <blockquote key={reason}><bdi>{reason}</bdi></blockquote>)}
        {children}
      </div>
    </li>
  );
}
