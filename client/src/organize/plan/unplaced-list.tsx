import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PlanOutcome } from '@contract/plan-runs.js';
import { Icon } from '../../ui/icon.js';
import { useFormat } from '../../ui/use-format.js';
import type { BoardIndex } from '../board/model/board-index.js';
import styles from './change-list.module.css';
import shared from './plan.module.css';
import { useReasonWords } from './use-reason-words.js';

/** What found no place, why, and what would help. Each leads to its session. */
export function UnplacedList({ slug, index, unplaced }: { slug: string; index: BoardIndex; unplaced: PlanOutcome['unplaced'] }) {
  const { t } = useTranslation('plan');
  const format = useFormat();
  const words = useReasonWords(index);
  return (
    <section className={`${shared.card} ${styles.unplaced}`} aria-labelledby="plan-unplaced">
      <h2 id="plan-unplaced" className={shared.legend}><Icon name="alert" size={1.125} /> {t('unplaced.title', { count: unplaced.length, formatted: format.number(unplaced.length) })}</h2>
      <ul>
        {unplaced.map(({ sessionId, reasons }) => (
          <li key={sessionId} className={styles.row} data-unplaced={sessionId}>
            <Link to={`/${slug}/organize/sessions/${sessionId}`} className={styles.title}><bdi>{index.byId.get(sessionId)?.session.title ?? t('unplaced.gone')}</bdi></Link>
            <ul className={styles.reasons}>
              {reasons.flatMap((reason) => words(reason)).map((sentence) => <li key={sentence}>{sentence}</li>)}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
