import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanOutcome, PlanRun } from '@contract/plan-runs.js';
import { Icon } from '../../ui/icon.js';
import { useFormat } from '../../ui/use-format.js';
import type { BoardIndex } from '../board/model/board-index.js';
import { ChangeList } from './change-list.js';
import styles from './plan.module.css';
import { changesOf, warningsOf } from './plan-changes.js';
import { ScoreParts } from './score-parts.js';
import { TakePlan } from './take-plan.js';
import { UnplacedList } from './unplaced-list.js';
import { WarningCounts } from './warning-counts.js';

interface Props {
  slug: string;
  index: BoardIndex;
  run: PlanRun;
  outcome: PlanOutcome;
  onTaken: (isTaken: boolean) => void;
  /** Starts the same once more, on the draft as it is now. */
  onAgain: () => Promise<void>;
  /** Puts the result aside, to start another run. */
  onOther: () => void;
}

/** What a run found: what it places and moves, what has no place and why, what it costs, and the way into the draft. */
export function PlanResult({ slug, index, run, outcome, onTaken, onAgain, onOther }: Props) {
  const { t } = useTranslation('plan');
  const format = useFormat();
  const isTaken = run.state === 'taken';
  const changes = useMemo(() => changesOf(index, outcome), [index, outcome]);
  const warnings = useMemo(() => warningsOf(index.board, outcome), [index.board, outcome]);
  const tell = (key: 'places' | 'moves' | 'takesOut' | 'unplaced', count: number): string => t(`result.${key}`, { count, formatted: format.number(count) });
  return (
    <>
      <section className={styles.card} aria-labelledby="plan-result">
        <h2 id="plan-result" className={styles.legend}>{t('result.title')}</h2>
        {!isTaken && (
          <ul className={styles.summary}>
            <li>{tell('places', changes.placed)}</li>
            {changes.moved > 0 && <li>{tell('moves', changes.moved)}</li>}
            {changes.takenOut.length > 0 && <li>{tell('takesOut', changes.takenOut.length)}</li>}
            <li data-bad={outcome.unplaced.length > 0 || undefined}>{tell('unplaced', outcome.unplaced.length)}</li>
          </ul>
        )}
        <p className={styles.kept}><Icon name="check" size={1} /> {t('result.noneBlocking')}</p>
        {outcome.cutShort && <p className={styles.hint}>{t('result.cutShort')}</p>}
        <TakePlan slug={slug} run={run} changes={changes} isEmpty={outcome.set.length === 0} titleOf={(id) => index.byId.get(id)?.session.title ?? ''} onTaken={onTaken} onAgain={onAgain} onOther={onOther} />
      </section>
      {outcome.unplaced.length > 0 && <UnplacedList slug={slug} index={index} unplaced={outcome.unplaced} />}
      {!isTaken && <ChangeList slug={slug} index={index} changes={changes} />}
      <div className={styles.pair}>
        {!isTaken && <WarningCounts now={warnings.now} then={warnings.then} />}
        <ScoreParts score={outcome.score} />
      </div>
    </>
  );
}
