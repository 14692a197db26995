import { useTranslation } from 'react-i18next';
import type { Concerned } from '@contract/live-day.js';
import { Icon } from '../../ui/icon.js';
import { useFormat } from '../../ui/use-format.js';
import styles from './change-drawer.module.css';
import { useDesk } from './desk.js';

/** Whose day it changes, in one line. Few people are not counted, so that nobody is found by a number. */
export function ConcernedLine({ concerned, moves }: { concerned: Concerned; moves: number }) {
  const { t } = useTranslation('liveDay');
  const format = useFormat();
  const { agenda } = useDesk();
  const onSite = concerned.cities.reduce((sum, { people }) => sum + (people ?? 0), 0);
  const parts = [
    t('moves', { count: moves, formatted: format.number(moves) }),
    format.list(concerned.cities.map(({ cityId }) => agenda.cities[cityId]?.name ?? '')),
    ...(concerned.speakers.length > 0 ? [t('speakers', { count: concerned.speakers.length, formatted: format.number(concerned.speakers.length) })] : []),
    ...(onSite > 0 ? [t('peopleOnSite', { count: onSite, formatted: format.number(onSite) })] : []),
    ...(concerned.remotePeople !== null ? [t('peopleRemote', { count: concerned.remotePeople, formatted: format.number(concerned.remotePeople) })] : []),
  ];
  return (
    <p className={styles.concerned}>
      <Icon name="person" size={1.125} /> <span>{parts.join(' · ')}</span>
    </p>
  );
}
