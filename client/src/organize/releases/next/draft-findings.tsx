import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ToldFinding } from '@contract/finding.js';
import type { ReleasePreview } from '@contract/releases.js';
import type { Finding } from '@rules/finding.js';
import { Badge } from '../../../ui/badge.js';
import { useFormat } from '../../../ui/use-format.js';
import { useFindingWords, type FindingWords } from '../../board/findings/use-finding-words.js';
import type { BoardIndex } from '../../board/model/board-index.js';
import styles from '../releases.module.css';
import { BlockingFinding } from './blocking-finding.js';
import { DraftFinding } from './draft-finding.js';

interface Props {
  slug: string;
  preview: ReleasePreview;
  index: BoardIndex;
}

/** What the rules of placement find in the draft: what stands in the way first, to be waived or mended. */
export function DraftFindings({ slug, preview: { findings, findingCounts }, index }: Props) {
  const { t } = useTranslation('releases');
  const format = useFormat();
  const words = useFindingWords(index);
  const heading = useRef<HTMLHeadingElement>(null);
  // the server tells findings by the same rules as the board's
  const of = (severity: ToldFinding['severity']): Finding[] => (findings as unknown as Finding[]).filter((finding) => finding.severity === severity);
  const blocking = of('blocking');
  return (
    <section className={styles.column}>
      <h3 ref={heading} tabIndex={-1} className={styles.name}>
        {t('findings.title')}
        {blocking.length > 0 ? <Badge tone="bad" icon="close">{t('findings.blocking', { count: findingCounts.blocking, formatted: format.number(findingCounts.blocking) })}</Badge>
          : <Badge tone="ok" icon="check">{t('findings.free')}</Badge>}
      </h3>
      {blocking.length > 0 && (
        <>
          <p className={styles.muted}>{t('findings.text')}</p>
          <ul className={styles.findings} aria-label={t('findings.inTheWay')}>
            {blocking.map((finding) => (
              <BlockingFinding key={keyOf(finding)} slug={slug} finding={finding} words={words} index={index} onWaived={() => heading.current?.focus()} />
            ))}
          </ul>
        </>
      )}
      <More slug={slug} label={t('findings.warnings', { count: findingCounts.warning, formatted: format.number(findingCounts.warning) })} findings={of('warning')} all={findingCounts.warning} words={words} index={index} />
      <More slug={slug} label={t('findings.waived', { count: findingCounts.waived, formatted: format.number(findingCounts.waived) })} findings={of('waived')} all={findingCounts.waived} words={words} index={index} />
    </section>
  );
}

const keyOf = ({ code, sessions, facts }: Finding): string => `${code} ${sessions.join()} ${JSON.stringify(facts)}`;

interface MoreProps {
  slug: string;
  label: string;
  findings: readonly Finding[];
  /** How many there are; the server names the first of very many. */
  all: number;
  words: FindingWords;
  index: BoardIndex;
}

/** What does not stand in the way, to be opened. */
function More({ slug, label, findings, all, words, index }: MoreProps) {
  const { t } = useTranslation('releases');
  const format = useFormat();
  if (all === 0) return null;
  return (
    <details className={styles.more}>
      <summary>{label}</summary>
      <ul className={styles.findings} aria-label={label}>
        {findings.map((finding) => <DraftFinding key={keyOf(finding)} slug={slug} finding={finding} words={words} index={index} />)}
      </ul>
      {all > findings.length && <p className={styles.muted}>{t('findings.more', { count: all - findings.length, formatted: format.number(all - findings.length) })}</p>}
    </details>
  );
}
