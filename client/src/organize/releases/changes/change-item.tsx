import { useTranslation } from 'react-i18next';
import type { Placement } from '@contract/changes.js';
import { Time } from '../../../ui/time.js';
import { useFormat } from '../../../ui/use-format.js';
import { editedWords } from './changelog-text.js';
import styles from './changes.module.css';
import type { SessionChange } from './group-changes.js';
import type { Naming } from './use-naming.js';

interface Props {
  change: SessionChange;
  naming: Naming;
}

/** One change of a session: where and when it was, and where and when it is. */
export function ChangeItem({ change, naming }: Props) {
  const { t } = useTranslation('releases');
  const format = useFormat();
  return (
    <li className={styles.item}>
      <span className={styles.title}><bdi>{naming.titleOf(change)}</bdi></span>
      {change.change === 'session.added' && <Slot slot={change.session} naming={naming} />}
      {'to' in change && (
        <dl className={styles.turn}>
          <dt>{t('was')}</dt>
          <dd className={styles.before}><Slot slot={change.from} naming={naming} /></dd>
          <dt>{t('becomes')}</dt>
          <dd>
            <Slot slot={change.to} naming={naming} />
            {'minutes' in change && change.change === 'session.delayed' && <span className={styles.muted}> · {t('later', { duration: format.duration(change.minutes) })}</span>}
          </dd>
        </dl>
      )}
      {change.change === 'session.cancelled' && change.reason !== '' && <span className={styles.muted}><bdi>{change.reason}</bdi></span>}
      {change.change === 'session.edited' && <span className={styles.muted}>{editedWords(change, t, format)}</span>}
    </li>
  );
}

function Slot({ slot, naming }: { slot: Placement; naming: Naming }) {
  const { room, city, zone } = naming.placeOf(slot.roomId);
  return (
    <span>
      <Time instant={Date.parse(slot.startsAt)} end={Date.parse(slot.endsAt)} zone={zone} withDay />
      {' · '}
      <bdi>{room}</bdi>
      {city !== null && <> · <bdi>{city}</bdi></>}
    </span>
  );
}
