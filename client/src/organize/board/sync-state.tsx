import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icon.js';
import { useFormat } from '../../ui/use-format.js';
import type { OthersStore } from './store/others-store.js';
import type { ReadyBoard } from './store/board-store.js';
import styles from './sync-state.module.css';

/** Whether what one did is with the server, and who else is at this board. */
export function SyncState({ board, others }: { board: ReadyBoard; others: OthersStore }) {
  const { t } = useTranslation('board');
  const format = useFormat();
  const people = useSyncExternalStore(others.subscribe, others.read);
  const { waiting, connected } = board;
  const state = !connected ? 'offline' : waiting > 0 ? 'saving' : 'saved';
  const words = !connected && waiting > 0 ? t('sync.waiting', { count: waiting, formatted: format.number(waiting) }) : t(`sync.${state}`);
  return (
    <div className={styles.state}>
      {people.length > 0 && (
        <ul className={styles.people} aria-label={t('sync.others')}>
          {people.slice(0, 5).map(({ who, name, colour }) => (
            <li key={who} className={styles.person} data-pointer={colour} title={name}><bdi>{initials(name)}</bdi></li>
          ))}
        </ul>
      )}
      <span className={styles.sync} data-state={state} data-testid="board-sync" role="status">
        <Icon name={state === 'saved' ? 'check' : state === 'saving' ? 'clock' : 'alert'} size={0.875} />
        {words}
      </span>
    </div>
  );
}

const initials = (name: string): string => name.split(/\s+/).map((word) => [...word][0] ?? '').slice(0, 2).join('');
