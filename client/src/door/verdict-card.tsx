import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.js';
import { Icon, type IconName } from '../ui/icon.js';
import styles from './door.module.css';
import type { Verdict } from './door-store.js';

/** A colour, a shape and a word each: seen from an arm's length, by anyone. */
const LOOKS: Readonly<Record<Verdict['outcome'], { tone: 'yes' | 'no' | 'look'; icon: IconName }>> = {
  admitted: { tone: 'yes', icon: 'check' },
  already: { tone: 'no', icon: 'close' },
  unknown: { tone: 'no', icon: 'close' },
  revoked: { tone: 'no', icon: 'close' },
  'other-venue': { tone: 'look', icon: 'arrow' },
  'other-conference': { tone: 'no', icon: 'close' },
  undone: { tone: 'look', icon: 'alert' },
  unsure: { tone: 'look', icon: 'alert' },
};

interface Props {
  verdict: Verdict;
  timeOf: (instant: string) => string;
  /** When the list was read. */
  listOf: string | null;
  onUndo: () => void;
  onAnyway: () => void;
}

export function VerdictCard({ verdict, timeOf, listOf, onUndo, onAnyway }: Props) {
  const { t } = useTranslation('door');
  const { tone, icon } = LOOKS[verdict.outcome];
  return (
    <article className={styles.verdict} data-tone={tone} data-outcome={verdict.outcome} data-testid="verdict">
      <span className={styles.sign}>
        <Icon name={icon} size={3} />
      </span>
      <div className={styles.words}>
        <h2 className={styles.word}>{t(`verdict.${verdict.outcome}`)}</h2>
        {verdict.handle !== null && (
          <p className={styles.handle} dir="auto">
            {verdict.handle}
          </p>
        )}
        <p>{why()}</p>
        {verdict.legalName !== null && <p dir="auto">{t('legalName', { name: verdict.legalName })}</p>}
        {verdict.outcome === 'admitted' && <Button onPress={onUndo}>{t('undo')}</Button>}
        {verdict.outcome === 'unsure' && <Button onPress={onAnyway}>{t('letInAnyway')}</Button>}
      </div>
    </article>
  );

  function why(): string {
    const time = verdict.at === null ? '' : timeOf(verdict.at);
    switch (verdict.outcome) {
      case 'admitted':
        return t('why.admitted', { time });
      case 'already': {
        if (verdict.venue === null) return t('why.alreadyHere', { time });
        const place = verdict.device === null || verdict.device === '' ? verdict.venue : t('place', { venue: verdict.venue, door: verdict.device });
        return t('why.already', { time, place });
      }
      case 'other-venue':
        return verdict.venue === null ? t('why.otherRemote') : t('why.other-venue', { place: verdict.venue });
      case 'unsure':
        return t('why.unsure', { time: listOf === null ? '' : timeOf(listOf) });
      case 'unknown':
      case 'revoked':
      case 'other-conference':
      case 'undone':
        return t(`why.${verdict.outcome}`);
    }
  }
}
