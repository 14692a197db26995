import { useTranslation } from 'react-i18next';
import type { Change } from '@contract/changes.js';
import { Button } from '../../ui/button.js';
import { Time } from '../../ui/time.js';
import { useFormat } from '../../ui/use-format.js';
import { useDesk } from './desk.js';
import styles from './live-day.module.css';

const MOST_NAMED = 2;

interface Props {
  zone: string;
  onTakeBack: (revision: number) => void;
  /** Of a rehearsal: looks at the step on the real day. Null where it is the real day, or the step was a taking back. */
  forReal: (revision: number) => (() => void) | null;
}

/** What was changed today, the newest first, each with a way back. */
export function DayLog({ zone, onTakeBack, forReal }: Props) {
  const { t } = useTranslation('liveDay');
  const format = useFormat();
  const { log, agenda } = useDesk();
  const titles = (changes: readonly Change[]): string[] =>
    [...new Set(changes.flatMap((change) => ('sessionId' in change ? (agenda.sessions[change.sessionId]?.title ?? []) : [])))];
  if (log.length === 0) return <p className={styles.empty}>{t('log.none')}</p>;
  return (
    <ol className={styles.log}>
      {log.map(({ revision, by, canRevert }) => {
        const named = titles(revision.changes);
        const real = forReal(revision.revision);
        return (
          <li key={revision.revision} className={styles.logged}>
            <div>
              <p className={styles.facts}>
                <Time instant={Date.parse(revision.at)} zone={zone} /> · <bdi>{by}</bdi> · {t('log.changes', { count: revision.changes.length, formatted: format.number(revision.changes.length) })}
              </p>
              <p className={styles.logTitle}>{format.list(named.slice(0, MOST_NAMED))}{named.length > MOST_NAMED && ` +${format.number(named.length - MOST_NAMED)}`}</p>
              {revision.note !== '' && <p className={styles.facts}><bdi>{revision.note}</bdi></p>}
            </div>
            <div className={styles.buttons}>
              {real !== null && <Button look="quiet" onPress={real}>{t('log.forReal')}</Button>}
              {canRevert && (
                <Button onPress={() => onTakeBack(revision.revision)} aria-label={t('log.takeBackNamed', { title: named[0] ?? '' })}>
                  {t('log.takeBack')}
                </Button>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
