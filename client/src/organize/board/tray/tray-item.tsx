import { type CSSProperties, memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../ui/icon.js';
import { useFormat } from '../../../ui/use-format.js';
import type { BoardEntry } from '../model/board-index.js';
import styles from './tray.module.css';

interface Props {
  entry: BoardEntry;
  top: number;
  position: number;
  count: number;
  selected: boolean;
  carried: boolean;
  tabStop: boolean;
}

export const TrayItem = memo(function TrayItem({ entry, top, position, count, selected, carried, tabStop }: Props) {
  const { t } = useTranslation('board');
  const format = useFormat();
  const { session, track, speakers } = entry;
  return (
    <li className={styles.place} style={{ transform: `translateY(${top}px)` }} data-session={session.id} aria-posinset={position + 1} aria-setsize={count}>
      <button
        type="button" className={`${styles.item} ${carried ? styles.carried : ''}`} tabIndex={tabStop ? 0 : -1} aria-pressed={selected} data-movable
        style={{ '--track': track?.colour ?? 'var(--line-strong)' } as CSSProperties}
      >
        <bdi className={styles.name} lang={session.language ?? undefined} title={session.title}>{session.title}</bdi>
        <span className={styles.facts}>
          <span>{format.duration(session.minutes)}</span>
          <span>{t(`kind.${session.kind}`)}</span>
          {session.language !== null && <span className={styles.language}>{session.language}</span>}
          {session.sentBy === 'satellite' && <span title={t('marks.satellite')}><Icon name="satellite" size={0.8125} /></span>}
          {speakers.length > 0 && <bdi className={styles.speakers}>{speakers.map(({ name }) => name).join(', ')}</bdi>}
        </span>
      </button>
    </li>
  );
});
