import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge, type Tone } from '../../../ui/badge.js';
import { Button } from '../../../ui/button.js';
import { useFormat } from '../../../ui/use-format.js';
import { ChangeItem } from './change-item.js';
import styles from './changes.module.css';
import { sessionOf, type ChangeGroup, type GroupedChanges, type SessionChange } from './group-changes.js';
import type { Naming } from './use-naming.js';

interface Props {
  grouped: GroupedChanges;
  naming: Naming;
}

const TONES: Readonly<Record<ChangeGroup, Tone>> = {
  added: 'ok', moved: 'changed', delayed: 'changed', extended: 'changed', cancelled: 'bad', reinstated: 'ok', edited: 'neutral', withdrawn: 'warn',
};

/** What changes, by what sort of change it is. */
export function ChangeList({ grouped, naming }: Props) {
  const { t } = useTranslation('releases');
  const format = useFormat();
  return (
    <div className={styles.groups}>
      {grouped.groups.map(({ group, changes }) => (
        <Group key={group} group={group} changes={changes} naming={naming} />
      ))}
      {grouped.others > 0 && <p className={styles.muted}>{t('others', { count: grouped.others, formatted: format.number(grouped.others) })}</p>}
    </div>
  );
}

/** So many of a group at once: the first release of a conference has thousands. */
const FEW = 30;

function Group({ group, changes, naming }: { group: ChangeGroup; changes: readonly SessionChange[]; naming: Naming }) {
  const { t } = useTranslation('releases');
  const format = useFormat();
  const [all, setAll] = useState(false);
  return (
    <section className={styles.group}>
      <h3 className={styles.name}>
        {t(`group.${group}`)} <Badge tone={TONES[group]}>{format.number(changes.length)}</Badge>
      </h3>
      <ul className={styles.list} aria-label={t(`group.${group}`)}>
        {(all ? changes : changes.slice(0, FEW)).map((change) => (
          <ChangeItem key={`${sessionOf(change)} ${change.change}`} change={change} naming={naming} />
        ))}
      </ul>
      {!all && changes.length > FEW && (
        <p>
          <Button look="quiet" onPress={() => setAll(true)}>{t('showAll', { count: changes.length, formatted: format.number(changes.length) })}</Button>
        </p>
      )}
    </section>
  );
}
