import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanTerm } from '@rules/plan/plan.js';
import styles from './plan.module.css';
import { LEVELS, type PlanWish, TERMS } from './plan-wish.js';

interface Props {
  levels: PlanWish['levels'];
  onChange: (levels: PlanWish['levels']) => void;
}

/** How much each soft term counts. */
export function WeightSliders({ levels, onChange }: Props) {
  const { t } = useTranslation('plan');
  return (
    <fieldset className={styles.card}>
      <legend className={styles.legend}>{t('weights.title')}</legend>
      <p className={styles.hint}>{t('weights.text')}</p>
      <div className={styles.sliders}>
        {TERMS.map((term) => <Slider key={term} term={term} level={levels[term]} onChange={(level) => onChange({ ...levels, [term]: level })} />)}
      </div>
    </fieldset>
  );
}

function Slider({ term, level, onChange }: { term: PlanTerm; level: PlanWish['levels'][PlanTerm]; onChange: (level: PlanWish['levels'][PlanTerm]) => void }) {
  const { t } = useTranslation('plan');
  const id = useId();
  const words = t(`weights.level.${level}`);
  return (
    <div className={styles.slider}>
      <label htmlFor={id}>{t(`weights.${term}`)}</label>
      <output htmlFor={id} className={styles.level} data-level={level}>{words}</output>
      <input
        id={id} type="range" min={0} max={LEVELS.length - 1} step={1} value={LEVELS.indexOf(level)} aria-valuetext={words} aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(LEVELS[Number(event.target.value)] ?? 'usual')}
      />
      <span id={`${id}-hint`} className={styles.hint}>{t(`weights.${term}Hint`)}</span>
    </div>
  );
}
