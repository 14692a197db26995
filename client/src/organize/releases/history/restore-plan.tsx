import { useTranslation } from 'react-i18next';
import type { Change, ChangeCode } from '@contract/changes.js';
import { useFormat } from '../../../ui/use-format.js';
import styles from '../releases.module.css';

/** @param changes what leads from the release to the draft: the way back is told */
export function RestorePlan({ changes }: { changes: readonly Change[] }) {
  const { t } = useTranslation('releases');
  const format = useFormat();
  const count = (...codes: ChangeCode[]): number => changes.filter(({ change }) => codes.includes(change)).length;
  const sums = {
    moveBack: count('session.moved', 'session.delayed', 'session.extended'), comeBack: count('session.withdrawn'),
    takenOut: count('session.added'), statusBack: count('session.cancelled', 'session.reinstated'),
  };
  const told = (Object.keys(sums) as (keyof typeof sums)[]).filter((sum) => sums[sum] > 0);
  return (
    <>
      <p>{t(told.length === 0 ? 'restore.same' : 'restore.text')}</p>
      {told.length > 0 && (
        <ul className={styles.sums}>
          {told.map((sum) => <li key={sum}>{t(`restore.${sum}`, { count: sums[sum], formatted: format.number(sums[sum]) })}</li>)}
        </ul>
      )}
      <p className={styles.muted}>{t('restore.words')}</p>
    </>
  );
}
