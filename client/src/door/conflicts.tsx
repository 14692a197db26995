import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.js';
import styles from './door.module.css';
import type { Queued } from './door-store.js';

interface Props {
  conflicts: readonly Queued[];
  timeOf: (instant: string) => string;
  onDismiss: (id: string) => void;
}

/** People let in without a network with whom the server did not agree: two doors had met the same ticket, or it was revoked. */
export function Conflicts({ conflicts, timeOf, onDismiss }: Props) {
  const { t } = useTranslation('door');
  if (conflicts.length === 0) return null;
  return (
    <section className={styles.conflicts} aria-label={t('conflicts')} data-testid="conflicts">
      <h2 className={styles.subtitle}>{t('conflicts')}</h2>
      <p className={styles.note}>{t('conflictsHint')}</p>
      <ul className={styles.named}>
        {conflicts.map(({ id, handle, at, answer }) => (
          <li key={id} className={styles.conflict}>
            <span>
              <strong dir="auto">{answer?.handle ?? handle}</strong> · {timeOf(at)}
              {answer !== null && (
                <>
                  {' · '}
                  {t(`verdict.${answer.outcome}`)}
                  {answer.at !== null && answer.venue !== null && (
                    <> · {t('why.already', { time: timeOf(answer.at), place: t('place', { venue: answer.venue, door: answer.device ?? '' }) })}</>
                  )}
                </>
              )}
            </span>
            <Button onPress={() => onDismiss(id)}>{t('dismiss')}</Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
