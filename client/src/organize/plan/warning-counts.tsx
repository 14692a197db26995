import { useTranslation } from 'react-i18next';
import type { Finding, FindingCode } from '@rules/finding.js';
import { useFormat } from '../../ui/use-format.js';
import styles from './plan.module.css';

/** How many warnings the draft has now, and would have: all in all, and by rule. */
export function WarningCounts({ now, then }: { now: readonly Finding[]; then: readonly Finding[] }) {
  const { t } = useTranslation('plan');
  const { t: say } = useTranslation('board');
  const format = useFormat();
  const codes = [...new Set<FindingCode>([...now, ...then].map(({ code }) => code))];
  const count = (of: readonly Finding[], code: FindingCode): number => of.filter((finding) => finding.code === code).length;
  return (
    <section className={styles.card} aria-labelledby="plan-warnings">
      <h2 id="plan-warnings" className={styles.legend}>{t('warnings.title')}</h2>
      <p>{t('warnings.then', { count: then.length, formatted: format.number(then.length), now: format.number(now.length) })}</p>
      {codes.length > 0 && (
        <table className={styles.warnings}>
          <thead><tr><th scope="col">{say('findings.rule')}</th><th scope="col">{t('warnings.now')}</th><th scope="col">{t('warnings.with')}</th></tr></thead>
          <tbody>
            {codes.map((code) => (
              <tr key={code}><th scope="row">{say(`rule.${code}`)}</th><td>{format.number(count(now, code))}</td><td>{format.number(count(then, code))}</td></tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
