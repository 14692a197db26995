import { useTranslation } from 'react-i18next';
import type { PlanOutcome } from '@contract/plan-runs.js';
import { useFormat } from '../../ui/use-format.js';
import styles from './plan.module.css';
import { TERMS } from './plan-wish.js';

type Score = PlanOutcome['score'];

/** What the plan costs, term by term: the largest part is the one to look at. */
export function ScoreParts({ score }: { score: Score }) {
  const { t } = useTranslation('plan');
  return (
    <section className={styles.card} aria-labelledby="plan-score">
      <h2 id="plan-score" className={styles.legend}>{t('score.title')}</h2>
      <p className={styles.hint}>{t('score.text')}</p>
      <ScoreBars score={score} />
    </section>
  );
}

/** @param than a score whose largest part is a whole bar, to see the bars shrink; without it, this one's */
export function ScoreBars({ score, than = score }: { score: Score; than?: Score }) {
  const { t } = useTranslation('plan');
  const format = useFormat();
  const most = Math.max(1, ...TERMS.flatMap((term) => [score[term], than[term]]));
  return (
    <dl className={styles.score}>
      {TERMS.map((term) => (
        <div key={term} data-term={term}>
          <dt>{t(`weights.${term}`)}</dt>
          <dd>
            <span className={styles.part} aria-hidden="true"><span style={{ inlineSize: `${(score[term] / most) * 100}%` }} /></span>
            {format.number(Math.round(score[term]))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
