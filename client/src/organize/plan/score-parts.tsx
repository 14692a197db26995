import { useTranslation } from 'react-i18next';
import type { PlanOutcome } from '@contract/plan-runs.js';
import { useFormat } from '../../ui/use-format.js';
import styles from './plan.module.css';
import { TERMS } from './plan-wish.js';

/** What the plan costs, term by term: the largest part is the one to look at. */
export function ScoreParts({ score }: { score: PlanOutcome['score'] }) {
  const { t } = useTranslation('plan');
  const format = useFormat();
  const most = Math.max(1, ...TERMS.map((term) => score[term]));
  return (
    <section className={styles.card} aria-labelledby="plan-score">
      <h2 id="plan-score" className={styles.legend}>{t('score.title')}</h2>
      <p className={styles.hint}>{t('score.text')}</p>
      <dl className={styles.score}>
        {TERMS.map((term) => (
          <div key={term}>
            <dt>{t(`weights.${term}`)}</dt>
            <dd>
              <span className={styles.part} aria-hidden="true"><span style={{ inlineSize: `${(score[term] / most) * 100}%` }} /></span>
              {format.number(Math.round(score[term]))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
