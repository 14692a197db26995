import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icon.js';
import styles from './plan.module.css';

const PROMISES = ['rooms', 'speakers', 'hours', 'satellite', 'fixed', 'city'] as const;

/** What no plan breaks, however the sliders stand. */
export function NeverBroken() {
  const { t } = useTranslation('plan');
  return (
    <section className={styles.card} aria-labelledby="plan-never">
      <h2 id="plan-never" className={styles.legend}>{t('never.title')}</h2>
      <ul className={styles.promises}>
        {PROMISES.map((promise) => (
          <li key={promise}>
            <Icon name="check" size={1} />
            <span>{t(`never.${promise}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
